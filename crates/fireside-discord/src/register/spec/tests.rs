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
        ..Translation::from(command(words))
    };
    let translations = [
        ("es", translation("es", Some("opinión"))),
        ("es-419", translation("419", None)),
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
        "es-ES": "es description", "es-419": "419 description", "fr": "fr description"})
    );
    assert_eq!(slash["name_localizations"], json!({"es-ES": "opinión"}), "a name with a space is none");
    let kind = &slash["options"][0];
    assert_eq!(kind["description_localizations"]["fr"], "fr kind");
    assert_eq!(kind["choices"][0]["name_localizations"]["es-419"], "419 bug");
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
    assert_eq!(all[1]["name_localizations"]["es-419"], "419 save");
    assert_eq!(all[1].get("description"), None);
}

fn with_subcommands() -> CommandSpec {
    let command = |words: &str| {
        let list = Command::new("list", &format!("{words} list"))
            .staff()
            .option("status", &format!("{words} status"), OptionKind::Text, true)
            .choices(&[("open", &format!("{words} open"))])
            .option("area", "d", OptionKind::Text, false)
            .suggests();
        let new = Command::new("new", &format!("{words} new")).option("text", "d", OptionKind::Text, false);
        let feedback = Command::new("feedback", words).on_message(&format!("{words} save"));
        feedback.subcommand(new).subcommand(list).subcommand(Command::new("show", "d"))
    };
    let names = [("list", "Liste"), ("show", "liste"), ("new", "Mein Neues")];
    let names = names.map(|(part, name)| (part.to_owned(), name.to_owned())).into();
    let german = Translation { subcommand_names: names, ..Translation::from(command("de")) };
    CommandSpec { command: command("en"), translations: [("de".to_owned(), german)].into() }
}

#[test]
fn a_subcommand_has_options_and_words_of_its_own() {
    let all = all(&[with_subcommands()]);
    let parts = all[0]["options"].as_array().expect("a list");
    let named = parts.iter().filter_map(|part| Some((part["name"].as_str()?, part["type"].as_u64()?)));
    assert_eq!(named.collect::<Vec<_>>(), [("new", 1), ("list", 1), ("show", 1)]);
    let list = &parts[1];
    assert_eq!(list["description_localizations"]["de"], "de list");
    assert_eq!(list["options"][0]["required"], true);
    assert_eq!(list["options"][0]["choices"][0]["name_localizations"]["de"], "de open");
    assert_eq!(list["options"][1]["autocomplete"], true);
    assert_eq!((&all[1]["type"], &all[1]["name"]), (&json!(3), &json!("en save")));
}

#[test]
fn a_subcommand_has_a_name_in_another_language_if_none_beside_it_has() {
    let all = all(&[with_subcommands()]);
    let names = [0, 1, 2].map(|index| all[0]["options"][index].get("name_localizations"));
    assert_eq!(names, [None, Some(&json!({"de": "liste"})), None]);
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
