use fireside_core::engine::Translation;

use super::*;

fn spec() -> CommandSpec {
    let command = |words: &str| {
        Command::new("feedback", &format!("{words} description"))
            .option("kind", &format!("{words} kind"), OptionKind::Text, true)
            .choices(&[("bug", &format!("{words} bug"))])
            .option("case", "", OptionKind::Integer, false)
            .suggests()
            .on_message(&format!("{words} save"))
    };
    let translation = |words: &str, name: Option<&str>| Translation {
        name: name.map(str::to_owned),
        command: command(words),
    };
    let translations = [
        ("es", translation("es", Some("opinión"))),
        ("es-mx", translation("mx", None)),
        ("fr", translation("fr", Some("pas un nom"))),
        ("eo", translation("eo", Some("opinio"))),
    ];
    let translations = translations.map(|(tag, words)| (tag.to_owned(), words)).into();
    CommandSpec { command: command("en"), translations }
}

#[test]
fn a_command_is_said_in_every_language_discord_has() {
    let all = all(&[spec()]);
    let slash = &all[0];
    assert_eq!(
        slash["description_localizations"],
        json!({
        "es-ES": "es description", "es-419": "mx description", "fr": "fr description"})
    );
    assert_eq!(slash["name_localizations"], json!({"es-ES": "opinión"}), "a name with a space is none");
    let kind = &slash["options"][0];
    assert_eq!(kind["description_localizations"]["fr"], "fr kind");
    assert_eq!(kind["choices"][0]["name_localizations"]["es-419"], "mx bug");
    assert_eq!(kind["choices"][0]["value"], "bug");
    assert_eq!(kind.get("autocomplete"), None);
}

#[test]
fn what_is_suggested_is_asked_for_while_it_is_written() {
    let case = &all(&[spec()])[0]["options"][1];
    assert_eq!((&case["autocomplete"], &case["type"]), (&json!(true), &json!(4)));
    assert_eq!(case["description"], "case", "a description is never empty");
}

#[test]
fn a_menu_has_a_command_of_its_own() {
    let all = all(&[spec()]);
    assert_eq!(all.len(), 2);
    assert_eq!((&all[1]["type"], &all[1]["name"]), (&json!(3), &json!("en save")));
    assert_eq!(all[1]["name_localizations"]["es-419"], "mx save");
    assert_eq!(all[1].get("description"), None);
}

#[test]
fn no_two_commands_share_a_name_in_another_language() {
    let other = CommandSpec { command: Command::new("other", "d"), ..spec() };
    let all = all(&[spec(), other]);
    assert_eq!(all[1].get("name_localizations"), None);
}

#[test]
fn what_discord_has_is_not_sent_again() {
    let sent = all(&[spec()]);
    let mut told = Value::from(sent.clone());
    told[0]["id"] = "7".into();
    told[0]["dm_permission"] = true.into();
    told[0]["options"][1].as_object_mut().expect("an object").remove("required");
    assert!(are_there(&sent, &told));
    told[0]["options"][0]["choices"][0]["name"] = "changed".into();
    assert!(!are_there(&sent, &told));
    assert!(!are_there(&sent[..1], &Value::from(sent.clone())), "there is one more");
    assert!(!are_there(&sent, &json!([])));
}
