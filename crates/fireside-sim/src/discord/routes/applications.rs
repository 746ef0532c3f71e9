//! The application itself.

use super::super::errors::ApiError;
use super::super::world::State;
use super::{Access, Input, Reply, Route};

pub(super) const ROUTES: &[Route] = &[
    Route { name: "GET /applications/@me", access: Access::Bot, handler: get },
    Route { name: CHANGE, access: Access::Bot, handler: change },
    Route { name: "GET /oauth2/applications/@me", access: Access::Bot, handler: get },
];

/// The route that sets the interactions endpoint, which is tried out before.
pub(crate) const CHANGE: &str = "PATCH /applications/@me";

#[expect(clippy::unnecessary_wraps, reason = "every handler has one signature")]
fn get(state: &mut State, _: &Input) -> Result<Reply, ApiError> {
    Ok(Reply::json(state.application_object()))
}

fn change(state: &mut State, input: &Input) -> Result<Reply, ApiError> {
    if let Some(url) = input.body.get("interactions_endpoint_url") {
        let url = url.as_str().filter(|url| !url.is_empty());
        state.endpoint.url = url.map(str::to_owned);
    }
    get(state, input)
}
