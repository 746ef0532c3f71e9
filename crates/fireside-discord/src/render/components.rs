//! Buttons and menus, in the rows Discord has for them.

use std::collections::HashSet;

use fireside_core::outgoing::{Menu, MenuChoice};
use fireside_core::text::{cleaned, cut};
use fireside_core::{Button, ButtonTarget, Outgoing};
use serde_json::{Value, json};

use super::escape::link_target;
use super::names::line;

/// Discord's numbers for components.
const ROW: u8 = 1;
const BUTTON: u8 = 2;
const SELECT: u8 = 3;
/// Its numbers for buttons.
const SECONDARY: u8 = 2;
const LINK: u8 = 5;

/// The most buttons in a row, and rows on a message (Discord's component page).
const ROW_MAX: usize = 5;
/// The longest button label, in characters.
const LABEL_MAX: usize = 80;
/// The longest address of a button, in characters.
const LINK_MAX: usize = 512;
/// The most choices of a menu, and the longest text of one, in characters.
const CHOICES_MAX: usize = 25;
const CHOICE_MAX: usize = 100;
/// The longest text in a menu before anything is chosen, in characters.
const PROMPT_MAX: usize = 150;
/// What a menu is known by; what comes back is the choice's data.
const MENU: &str = "menu";

/// The menu and the buttons, in rows.
pub(super) fn rows(content: &Outgoing) -> Vec<Value> {
    // Discord refuses a message in which two components have the same data.
    let mut taken = HashSet::new();
    let menu = content.menu.as_ref().and_then(menu).map(|menu| vec![menu]);
    let buttons = content.buttons.iter().flat_map(|row| {
        let buttons: Vec<_> = row.iter().filter_map(|it| button(it, &mut taken)).collect();
        buttons.chunks(ROW_MAX).map(<[Value]>::to_vec).collect::<Vec<_>>()
    });
    let rows = menu.into_iter().chain(buttons).take(ROW_MAX);
    rows.map(|components| json!({ "type": ROW, "components": components })).collect()
}

fn button<'a>(button: &'a Button, taken: &mut HashSet<&'a str>) -> Option<Value> {
    let label = line(&button.label, LABEL_MAX);
    match &button.target {
        ButtonTarget::Press(data) | ButtonTarget::Private(data) => taken
            .insert(data)
            .then(|| json!({ "type": BUTTON, "style": SECONDARY, "label": label, "custom_id": data })),
        ButtonTarget::Link(url) => link_target(url)
            .filter(|url| url.chars().count() <= LINK_MAX)
            .map(|url| json!({ "type": BUTTON, "style": LINK, "label": label, "url": url })),
    }
}

fn menu(menu: &Menu) -> Option<Value> {
    let mut taken = HashSet::new();
    let choices = menu.choices.iter().filter(|choice| taken.insert(&choice.data)).take(CHOICES_MAX);
    let choices: Vec<_> = choices.map(choice).collect();
    (!choices.is_empty()).then(|| {
        json!({
            "type": SELECT,
            "custom_id": MENU,
            "placeholder": line(&menu.prompt, PROMPT_MAX),
            "options": choices,
        })
    })
}

fn choice(choice: &MenuChoice) -> Value {
    let mut option = json!({ "label": line(&choice.label, CHOICE_MAX), "value": choice.data });
    let description = choice.description.as_deref().map(|it| cleaned(it, CHOICE_MAX));
    if let Some(description) = description.filter(|it| !it.is_empty()) {
        option["description"] = cut(&description, CHOICE_MAX).into();
    }
    option
}

#[cfg(test)]
mod tests {
    use super::*;

    fn press(label: &str, data: &str) -> Button {
        Button { label: label.to_owned(), target: ButtonTarget::Press(data.to_owned()) }
    }

    fn choice(label: &str, data: &str) -> MenuChoice {
        MenuChoice { label: label.to_owned(), description: Some("d".repeat(200)), data: data.to_owned() }
    }

    #[test]
    fn a_row_of_six_becomes_two() {
        let content = Outgoing::of("x").row((0..6).map(|n| press("b", &n.to_string())).collect());
        let rows = rows(&content);
        assert_eq!(
            rows.iter().map(|row| row["components"].as_array().unwrap().len()).collect::<Vec<_>>(),
            [5, 1]
        );
    }

    #[test]
    fn data_is_there_once_and_an_address_no_browser_opens_is_no_button() {
        let script = Button { label: "x".into(), target: ButtonTarget::Link("javascript:x".into()) };
        let rows = rows(&Outgoing::of("x").row(vec![press("a", "1"), press("b", "1"), script]));
        assert_eq!(rows[0]["components"].as_array().unwrap().len(), 1);
    }

    #[test]
    fn a_menu_stands_before_the_buttons_and_holds_what_discord_takes() {
        let choices = (0..30).map(|n| choice(&"l".repeat(200), &n.to_string())).collect();
        let mut content = Outgoing::of("x");
        for n in 0..6 {
            content = content.row(vec![press("b", &n.to_string())]);
        }
        content.menu = Some(Menu { prompt: String::new(), choices });
        let rows = rows(&content);
        assert_eq!(rows.len(), 5);
        let menu = &rows[0]["components"][0];
        assert_eq!(menu["options"].as_array().unwrap().len(), 25);
        assert_eq!(menu["options"][0]["label"].as_str().unwrap().chars().count(), 100);
        assert_eq!(menu["options"][0]["description"].as_str().unwrap().chars().count(), 100);
        assert_eq!(rows[1]["components"][0]["custom_id"], "0");
    }

    #[test]
    fn a_label_is_one_line_that_can_be_seen() {
        let rows = rows(&Outgoing::of("x").row(vec![press("\u{202E}a\nb", "1"), press("\u{200B}", "2")]));
        assert_eq!(rows[0]["components"][0]["label"], "a b");
        assert_eq!(rows[0]["components"][1]["label"], "…");
    }
}
