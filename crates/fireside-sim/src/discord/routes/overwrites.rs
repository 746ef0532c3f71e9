//! A channel's permission overwrites, one by one.

use super::super::errors::ApiError;
use super::super::world::State;
use super::{Access, Input, Reply, Route};

pub(super) const ROUTES: &[Route] = &[
    Route {
        name: "PUT /channels/{channel.id}/permissions/{overwrite.id}",
        access: Access::Bot,
        handler: set,
    },
    Route {
        name: "DELETE /channels/{channel.id}/permissions/{overwrite.id}",
        access: Access::Bot,
        handler: delete,
    },
];

fn set(state: &mut State, input: &Input) -> Result<Reply, ApiError> {
    state.set_overwrite(input.id(0)?, input.id(1)?, &input.body)?;
    Ok(Reply::nothing())
}

fn delete(state: &mut State, input: &Input) -> Result<Reply, ApiError> {
    state.delete_overwrite(input.id(0)?, input.id(1)?)?;
    Ok(Reply::nothing())
}
