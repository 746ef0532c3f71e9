//! Registering commands, and running them with every kind of option.

use std::time::Duration;

use reqwest::Method;
use serde_json::{Value, json};

use super::client::{EVERYTHING, Gateway, Scene};
use crate::discord::{Limits, Upload, permissions};

fn slash(name: &str, options: Value) -> Value {
    json!({ "name": name, "description": "d", "options": options })
}

fn option(kind: u64, name: &str) -> Value {
    json!({ "type": kind, "name": name, "description": "d" })
}

fn guild_commands(scene: &Scene) -> String {
    format!("/applications/{}/guilds/{}/commands", scene.world.bot(), scene.guild)
}

/// Registers commands in the scene's guild, and listens.
async fn registered(commands: Value) -> (Scene, Gateway) {
    let scene = Scene::start().await;
    let (status, body) = scene.call(Method::PUT, &guild_commands(&scene), commands).await;
    assert_eq!(status, 200, "{body}");
    let gateway = scene.identify(EVERYTHING).await;
    (scene, gateway)
}

#[tokio::test]
async fn commands_that_break_a_rule_are_refused_with_the_field() {
    let scene = Scene::start().await;
    let path = guild_commands(&scene);
    let with = |command: Value, key: &str, value: Value| {
        let mut command = command;
        command[key] = value;
        command
    };
    let choices: Value = (0..26).map(|at| json!({ "name": at.to_string(), "value": "x" })).collect();
    let nested = with(option(1, "sub"), "options", json!([option(1, "sub")]));
    let required = with(option(3, "y"), "required", json!(true));
    let unordered = with(option(1, "sub"), "options", json!([option(3, "x"), required]));
    let subcommands: Value = (0..26).map(|at| option(1, &format!("sub{at}"))).collect();
    let wrong = [
        (slash("Upper", json!([])), "name"),
        (slash(&"a".repeat(33), json!([])), "name"),
        (with(slash("a", json!([])), "description", json!("")), "description"),
        (with(slash("a", json!([])), "name_localizations", json!({ "xx": "a" })), "name_localizations"),
        (with(slash("a", json!([])), "name_localizations", json!({ "de": "Groß" })), "name_localizations"),
        (slash("a", json!([option(3, "x"), option(3, "x")])), "options"),
        (slash("a", json!([option(1, "sub"), option(3, "x")])), "options"),
        (slash("a", json!([nested])), "options"),
        (slash("a", json!([unordered])), "options"),
        (slash("a", subcommands), "options"),
        (slash("a", json!([option(1, "sub"), option(1, "sub")])), "options"),
        (slash("a", json!([option(1, "Sub")])), "options"),
        (slash("a", json!([option(12, "x")])), "options"),
        (slash("a", json!([with(option(3, "x"), "choices", choices)])), "options"),
        (slash("a", json!([with(option(5, "x"), "autocomplete", json!(true))])), "options"),
        (slash("a", json!([option(3, "x"), with(option(3, "y"), "required", json!(true))])), "options"),
        (json!({ "type": 2, "name": "Who?", "description": "no" }), "description"),
        (with(slash("a", json!([])), "contexts", json!([7])), "contexts"),
    ];
    for (command, field) in wrong {
        let (status, error) = scene.post(&path, command.clone()).await;
        assert_eq!((status, &error["code"]), (400, &json!(50035)), "{command}");
        assert!(error["errors"].get(field).is_some(), "{field} in {error}");
    }
    let hindi = with(slash("a", json!([])), "name_localizations", json!({ "hi": "\u{939}\u{93f}" }));
    assert_eq!(scene.post(&path, hindi).await.0, 201);
}

#[tokio::test]
async fn a_scope_takes_a_hundred_slash_and_fifteen_menu_commands() {
    let scene = Scene::start().await;
    let menus = |kind: u64, count: usize| -> Value {
        (0..count).map(|at| json!({ "type": kind, "name": format!("Menu {at}") })).collect()
    };
    let put =
        |commands: Value| scene.call(Method::PUT, "/applications/1000000000000000042/commands", commands);
    assert_eq!(put(menus(2, 15)).await.0, 200);
    assert_eq!(put(menus(3, 16)).await.1["code"], 30032);
    let slashes: Value = (0..101).map(|at| slash(&format!("c{at}"), json!([]))).collect();
    assert_eq!(put(slashes).await.1["code"], 30032);
    let doubled = put(json!([slash("a", json!([])), slash("a", json!([]))])).await.1;
    assert_eq!(doubled["errors"]["1"]["name"]["_errors"][0]["code"], "APPLICATION_COMMANDS_DUPLICATE_NAME");
}

#[tokio::test]
async fn a_day_has_only_so_many_creations() {
    let scene = Scene::with(Limits { command_creates_per_day: 2, ..Limits::unlimited() }).await;
    let path = guild_commands(&scene);
    let add = |name: &str| scene.post(&path, slash(name, json!([])));
    assert_eq!((add("a").await.0, add("b").await.0), (201, 201));
    assert_eq!(add("c").await.1["code"], 30034);
    assert_eq!(add("a").await.0, 200, "a change creates nothing");
    scene.world.advance(Duration::from_hours(24));
    assert_eq!(add("c").await.0, 201);
}

#[tokio::test]
async fn a_command_is_read_changed_and_listed_with_its_languages() {
    let scene = Scene::start().await;
    let path = guild_commands(&scene);
    let mut help = slash("help", json!([]));
    help["name_localizations"] = json!({ "de": "hilfe" });
    let (_, added) = scene.post(&path, help).await;
    let own = format!("{path}/{}", added["id"].as_str().expect("an id"));
    let (status, changed) = scene.call(Method::PATCH, &own, json!({ "description": "more" })).await;
    assert_eq!((status, &changed["description"], &changed["id"]), (200, &json!("more"), &added["id"]));
    assert_eq!(scene.get(&own).await.1["name_localizations"]["de"], "hilfe");
    assert_eq!(scene.get(&path).await.1[0].get("name_localizations"), None);
    let (_, listed) = scene.get(&format!("{path}?with_localizations=true")).await;
    assert_eq!(listed[0]["name_localizations"]["de"], "hilfe");
    assert_eq!(scene.get(&format!("{path}/12")).await.1["code"], 10063);
}

#[tokio::test]
async fn a_command_is_run_by_its_name_in_the_users_language() {
    let mut help = slash("help", json!([]));
    help["name_localizations"] = json!({ "de": "hilfe" });
    let (scene, mut gateway) = registered(json!([help])).await;
    assert!(scene.world.run_command(scene.channel, scene.member, "hilfe", &[]).is_err());
    scene.world.set_locale(scene.member, "de").expect("known");
    scene.world.set_guild_locale(scene.guild, "fr").expect("known");
    scene.world.run_command(scene.channel, scene.member, "hilfe", &[]).expect("runs");
    let interaction = gateway.event("INTERACTION_CREATE").await;
    assert_eq!(interaction["data"]["name"], "help");
    assert_eq!((&interaction["locale"], &interaction["guild_locale"]), (&json!("de"), &json!("fr")));
}

#[tokio::test]
async fn every_kind_of_option_is_filled_in_and_resolved() {
    let kinds = [
        (3, "text"),
        (4, "whole"),
        (5, "flag"),
        (6, "user"),
        (7, "channel"),
        (8, "role"),
        (9, "who"),
        (10, "number"),
        (11, "file"),
    ];
    let options: Value = kinds.iter().map(|(kind, name)| option(*kind, name)).collect();
    let (scene, mut gateway) = registered(json!([slash("all", options)])).await;
    let role = scene.world.add_role(scene.guild, "staff", 0).to_string();
    gateway.event("GUILD_ROLE_CREATE").await;
    let (user, channel) = (scene.owner.to_string(), scene.channel.to_string());
    let given = [
        ("text", "hi"),
        ("whole", "-3"),
        ("flag", "true"),
        ("user", user.as_str()),
        ("channel", channel.as_str()),
        ("role", role.as_str()),
        ("who", role.as_str()),
        ("number", "1.5"),
    ];
    let file = Upload { name: "log.txt".to_owned(), bytes: b"abc".to_vec(), ..Upload::default() };
    let run = |files: &[(&str, Upload)], given: &[(&str, &str)]| {
        scene.world.run_command_with_files(scene.channel, scene.member, "all", given, files)
    };
    run(&[("file", file)], &given).expect("runs");
    let data = gateway.event("INTERACTION_CREATE").await["data"].clone();
    let values: Vec<&Value> =
        data["options"].as_array().expect("a list").iter().map(|it| &it["value"]).collect();
    assert_eq!(values[..3], [&json!("hi"), &json!(-3), &json!(true)]);
    assert_eq!(values[7], &json!(1.5));
    let resolved = &data["resolved"];
    assert_eq!(resolved["users"][&user]["username"], "olga");
    assert!(resolved["members"][&user]["permissions"].is_string());
    assert_eq!(resolved["members"][&user].get("user"), None);
    assert_eq!(resolved["channels"][&channel]["name"], "general");
    assert_eq!(resolved["roles"][&role]["name"], "staff");
    let attachment = values[8].as_str().expect("an id");
    assert_eq!(resolved["attachments"][attachment]["filename"], "log.txt");
    assert_eq!(resolved["attachments"][attachment]["size"], 3);
    let url = resolved["attachments"][attachment]["url"].as_str().expect("a link");
    assert!(url.contains("/ephemeral-attachments/"), "it belongs to no message: {url}");
    assert_eq!(scene.download(url).await, (200, b"abc".to_vec()));
    let unsigned = url.split('?').next().unwrap_or_default();
    let (_, fresh) = scene.post("/attachments/refresh-urls", json!({ "attachment_urls": [unsigned] })).await;
    let fresh = fresh["refreshed_urls"][0]["refreshed"].as_str().expect("a link");
    assert_eq!(scene.download(fresh).await.0, 200);
    for wrong in [("whole", "three"), ("flag", "maybe"), ("user", "12"), ("channel", "12"), ("file", "text")]
    {
        assert!(run(&[], &[wrong]).is_err(), "{wrong:?}");
    }
}

#[tokio::test]
async fn choices_and_bounds_are_kept() {
    let mut level = option(4, "level");
    level["choices"] = json!([{ "name": "High", "value": 3 }, { "name": "Low", "value": 1 }]);
    let mut age = option(10, "age");
    age["min_value"] = json!(18);
    let mut code = option(3, "code");
    code["max_length"] = json!(3);
    let mut room = option(7, "room");
    room["channel_types"] = json!([2]);
    let (scene, mut gateway) = registered(json!([slash("pick", json!([level, age, code, room]))])).await;
    let run = |option: (&str, &str)| scene.world.run_command(scene.channel, scene.member, "pick", &[option]);
    run(("level", "High")).expect("by name");
    assert_eq!(gateway.event("INTERACTION_CREATE").await["data"]["options"][0]["value"], 3);
    run(("level", "1")).expect("by value");
    let channel = scene.channel.to_string();
    for wrong in [("level", "2"), ("age", "17.5"), ("code", "long"), ("room", channel.as_str())] {
        assert!(run(wrong).is_err(), "{wrong:?}");
    }
}

#[tokio::test]
async fn a_subcommand_of_a_group_is_run_by_its_path() {
    let mut inner = option(1, "add");
    inner["options"] = json!([option(3, "name")]);
    let mut group = option(2, "tags");
    group["options"] = json!([inner]);
    let (scene, mut gateway) = registered(json!([slash("admin", json!([group]))])).await;
    let run = |path: &str| scene.world.run_command(scene.channel, scene.member, path, &[("name", "x")]);
    assert!(run("admin").is_err(), "a subcommand is needed");
    run("/admin tags add").expect("runs");
    let options = gateway.event("INTERACTION_CREATE").await["data"]["options"].clone();
    assert_eq!((&options[0]["name"], &options[0]["type"]), (&json!("tags"), &json!(2)));
    assert_eq!(options[0]["options"][0]["options"][0]["value"], "x");
}

#[tokio::test]
async fn an_option_of_a_subcommand_is_typed_and_named_in_the_users_language() {
    let mut name = option(3, "name");
    name["autocomplete"] = json!(true);
    let mut show = option(1, "show");
    show["options"] = json!([option(4, "page"), name]);
    show["name_localizations"] = json!({ "de": "zeige" });
    let (scene, mut gateway) = registered(json!([slash("tags", json!([show]))])).await;
    let typed = |path: &str| {
        scene.world.type_option(scene.channel, scene.member, path, &[("page", "2")], ("name", "ro"))
    };
    assert!(typed("tags").is_err() && typed("tags zeige").is_err());
    scene.world.set_locale(scene.member, "de").expect("known");
    typed("tags zeige").expect("it completes itself");
    let branch = gateway.event("INTERACTION_CREATE").await["data"]["options"][0].clone();
    assert_eq!((&branch["name"], &branch["type"]), (&json!("show"), &json!(1)));
    let given: Vec<_> =
        branch["options"].as_array().expect("a list").iter().map(|it| &it["focused"]).collect();
    assert_eq!(given, [&Value::Null, &json!(true)]);
}

#[tokio::test]
async fn a_command_is_offered_to_those_it_is_for() {
    let mut kick = slash("kick", json!([]));
    kick["default_member_permissions"] = json!(permissions::KICK_MEMBERS.to_string());
    let mut nobody = slash("nobody", json!([]));
    nobody["default_member_permissions"] = json!("0");
    let (scene, _gateway) = registered(json!([kick, nobody])).await;
    let run = |user: u64, name: &str| scene.world.run_command(scene.channel, user, name, &[]);
    for name in ["kick", "nobody"] {
        assert!(run(scene.member, name).is_err(), "{name}");
        assert!(run(scene.owner, name).is_ok(), "{name}");
    }
    let mut here = slash("here", json!([]));
    here["contexts"] = json!([0]);
    let global = format!("/applications/{}/commands", scene.world.bot());
    scene.call(Method::PUT, &global, json!([here, slash("anywhere", json!([]))])).await;
    let direct = scene.world.direct_channel(scene.member).expect("a channel");
    assert!(scene.world.run_command(direct, scene.member, "anywhere", &[]).is_ok());
    assert!(scene.world.run_command(direct, scene.member, "here", &[]).is_err());
    assert!(run(scene.member, "here").is_ok());
}
