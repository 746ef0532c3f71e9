//! Everybody is spoken to in the language of their own device, where the bot
//! speaks it.

use fireside_sim::telegram::User;
use fireside_tests::{Home, Stage};

#[tokio::test]
async fn customers_of_one_group_are_each_answered_in_their_own_language() {
    let stage = Stage::set(Home::Discord).await;
    let group = stage.there.group;
    let customers = [
        (9_101, "de-at", "Anfrage #1"),
        (9_102, "pt", "caso #2"),
        (9_103, "zh-hans", "工单 #3"),
        (9_104, "uk", "звернення #4"),
        (9_105, "fi", "this is case #5"),
    ];
    for (id, code, answer) in customers {
        stage.telegram.put_user(User { language_code: Some(code.to_owned()), ..User::named(id, code) });
        stage.telegram.add_member(group, id);
        stage.telegram.say(group, id, "/human it flickers");
        stage.in_group(answer).await;
    }
    let described = |user| {
        let menu = stage.telegram.menu_shown(group, user);
        let human = menu.into_iter().find(|entry| entry.command == "human");
        human.expect("everybody is offered it").description
    };
    assert_eq!(described(9_102), "Fale com uma pessoa da nossa equipe.");
    assert_eq!(described(9_103), "与我们团队的真人对话。");
    assert_eq!(described(9_105), "Talk to a person of our team.");
    stage.clear().await;
}

#[tokio::test]
async fn whoever_runs_a_command_is_answered_in_the_language_they_see_discord_in() {
    let stage = Stage::set(Home::Discord).await;
    let here = stage.here;
    let customers = [("es-419", "el caso #1"), ("ru", "обращение #2"), ("zh-TW", "工单 #3")];
    for (locale, answer) in customers {
        let customer = stage.discord.add_user(locale);
        stage.discord.add_member(here.guild, customer);
        stage.discord.set_locale(customer, locale).expect("Discord has it");
        let asked = [("text", "it flickers")];
        stage.discord.run_command(here.lounge, customer, "human", &asked).expect("registered");
        stage.told(customer, answer).await;
    }
    let commands = stage.discord.commands(Some(here.guild));
    let human = commands.iter().find(|command| command["name"] == "human").expect("registered");
    let described = &human["description_localizations"];
    assert_eq!(described["es-419"], "Habla con una persona de nuestro equipo.");
    assert_eq!(described["es-ES"], described["es-419"]);
    assert_eq!(described["zh-TW"], "与我们团队的真人对话。");
    stage.clear().await;
}
