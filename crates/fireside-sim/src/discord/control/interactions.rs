//! The actions of users on what the application offers.

use serde_json::Value;

use super::super::objects::id;
use super::super::world::{Refused, Upload, World};
use super::actions::{Outcome, UNKNOWN, known};
use super::arguments::Arguments;
use super::posts;

pub(super) fn act(world: &World, action: &str, given: &Arguments) -> Option<Outcome> {
    let outcome = || -> Outcome {
        let user = || given.id("user");
        let channel = || given.id("channel");
        let command = || given.text("command");
        let options = given.pairs("options");
        let options: Vec<_> = options.iter().map(|(key, value)| (*key, value.as_str())).collect();
        Ok(match action {
            "run_command" => {
                let files = files(given, "option")?;
                let files: Vec<_> = files.iter().map(|(name, file)| (name.as_str(), file.clone())).collect();
                id(world.run_command_with_files(channel()?, user()?, command()?, &options, &files)?)
            }
            "run_user_command" => {
                id(world.run_user_command(channel()?, user()?, command()?, given.id("target")?)?)
            }
            "run_message_command" => {
                id(world.run_message_command(channel()?, user()?, command()?, given.id("message")?)?)
            }
            "type_option" => {
                let typed = (given.text("option")?, given.text("text")?);
                id(world.type_option(channel()?, user()?, command()?, &options, typed)?)
            }
            "press" => id(world.press(given.id("message")?, user()?, given.text("button")?)?),
            "choose" => {
                let values = given.texts("values");
                id(world.choose(given.id("message")?, user()?, given.text("select")?, &values)?)
            }
            "submit_modal" => {
                let fields = given.pairs("fields");
                let fields: Vec<_> = fields.iter().map(|(key, value)| (*key, value.as_str())).collect();
                let files = files(given, "field")?;
                let files: Vec<_> = files.iter().map(|(name, file)| (name.as_str(), file.clone())).collect();
                id(world.submit_modal_with_files(user()?, given.text("custom_id")?, &fields, &files)?)
            }
            "dismiss_modal" => {
                world.dismiss_modal(user()?);
                Value::Null
            }
            _ => return Ok(UNKNOWN),
        })
    };
    known(outcome())
}

/// The files given, with the option or field that each is for.
fn files(given: &Arguments, target: &str) -> Result<Vec<(String, Upload)>, Refused> {
    let listed = given.value("files").as_array().into_iter().flatten();
    let read = |file: &Value| {
        let target =
            file[target].as_str().ok_or_else(|| Refused::new(format!("each file needs {target:?}")))?;
        Ok((target.to_owned(), posts::upload(file)?))
    };
    listed.map(read).collect()
}
