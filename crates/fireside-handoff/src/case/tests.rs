//! Where a case can go from where it stands.

use fireside_core::{Account, Actor, Place, Timestamp};
use proptest::prelude::*;

use super::*;

fn case() -> Case {
    let ana = Actor::human(Account::new("p", "1"), "Ana\u{202E}\nB");
    Case::new(CaseNumber::new(1), ana.account.person(), &ana, Relay::Explicit, Timestamp::default())
}

fn member(id: &str) -> StaffMember {
    StaffMember { account: Account::new("p", id), name: id.to_owned() }
}

fn closed() -> Step {
    Step::Close(Closure { by: Some(member("sam")), at: Timestamp::default(), reason: None, silently: false })
}

fn change(from: State, to: State) -> Change {
    Change { from, to }
}

#[test]
fn a_case_has_one_owner() {
    let mut case = case();
    assert_eq!(case.take(Step::Claim(member("sam"))), Ok(change(State::Waiting, State::Active)));
    assert_eq!(case.take(Step::Claim(member("sam"))), Err(Refusal::Held));
    assert_eq!(case.take(Step::Claim(member("kim"))), Err(Refusal::HeldBy(member("sam"))));
    assert_eq!(case.owner(), Some(&member("sam")));
    assert_eq!(case.take(Step::Transfer(member("kim"))), Ok(change(State::Active, State::Active)));
    assert_eq!(case.take(Step::Release), Ok(change(State::Active, State::Waiting)));
    assert_eq!(case.take(Step::Release), Err(Refusal::NotHeld));
}

#[test]
fn a_closed_case_stays_as_it_is_until_it_is_reopened() {
    let mut case = case();
    assert_eq!(case.take(Step::Reopen { keeps_owner: true }), Err(Refusal::NotClosed));
    assert_eq!(case.take(closed()), Ok(change(State::Waiting, State::Closed)));
    for step in [Step::Claim(member("sam")), Step::Park(String::new()), Step::Wake, closed()] {
        assert_eq!(case.take(step), Err(Refusal::Closed));
    }
    assert_eq!((case.state(), case.owner()), (State::Closed, None));
    assert_eq!(case.take(Step::Reopen { keeps_owner: true }), Ok(change(State::Closed, State::Waiting)));
    assert_eq!(case.closure(), None);
}

#[test]
fn a_reopened_case_goes_on_with_its_last_owner_if_they_are_there() {
    let mut owned = case();
    let _ = owned.take(Step::Claim(member("sam")));
    let _ = owned.take(closed());
    let mut alone = owned.clone();
    assert_eq!(owned.take(Step::Reopen { keeps_owner: true }), Ok(change(State::Closed, State::Active)));
    assert_eq!(alone.take(Step::Reopen { keeps_owner: false }), Ok(change(State::Closed, State::Waiting)));
    assert_eq!(alone.owner(), None);
}

#[test]
fn a_parked_case_goes_on_where_it_stood() {
    let mut case = case();
    let _ = case.take(Step::Claim(member("sam")));
    assert_eq!(case.take(Step::Park("blocked".to_owned())), Ok(change(State::Active, State::Parked)));
    assert_eq!(case.parked_because(), Some("blocked"));
    assert_eq!(case.take(Step::Transfer(member("kim"))), Ok(change(State::Parked, State::Parked)));
    assert_eq!(case.take(Step::Snooze(Timestamp::default())), Err(Refusal::Parked));
    assert_eq!(case.take(Step::Resume), Ok(change(State::Parked, State::Active)));
    assert_eq!(case.parked_because(), None);
    assert_eq!(case.take(Step::Resume), Err(Refusal::AsItWas));
}

#[test]
fn a_customers_name_is_one_visible_line() {
    assert_eq!(case().name, "Ana B");
}

#[test]
fn the_customer_is_answered_where_they_wrote_last() {
    let mut case = case();
    let [group, chat] = ["group", "chat"].map(|channel| PlaceRef::At(Place::channel("p", channel)));
    let ana = Account::new("p", "1");
    assert!(case.speaks_in(group.clone(), ana.clone(), false));
    assert!(case.speaks_in(chat.clone(), ana.clone(), true));
    assert!(!case.speaks_in(chat, ana.clone(), true));
    case.set_room(PlaceRef::At(Place::channel("p", "room")), None);
    assert!(case.speaks_in(group.clone(), ana, false));
    assert_eq!(case.customer_leg().map(|leg| leg.place.clone()), Some(group));
    assert_eq!(case.customer_legs().count(), 2, "a place is there once");
}

fn step() -> impl Strategy<Value = Step> {
    let who = prop_oneof![Just(member("sam")), Just(member("kim"))];
    prop_oneof![
        who.clone().prop_map(Step::Claim),
        Just(Step::Release),
        who.prop_map(Step::Transfer),
        Just(Step::Snooze(Timestamp::from_secs(60))),
        Just(Step::Wake),
        Just(Step::Park("gone".to_owned())),
        Just(Step::Resume),
        Just(closed()),
        any::<bool>().prop_map(|keeps_owner| Step::Reopen { keeps_owner }),
    ]
}

proptest! {
    #[test]
    fn what_a_case_says_of_itself_agrees(steps in prop::collection::vec(step(), 0..30)) {
        let mut case = case();
        for step in steps {
            let before = case.clone();
            if let Ok(change) = case.take(step) {
                prop_assert_eq!(change, self::change(before.state(), case.state()));
            } else {
                prop_assert_eq!(&before, &case, "a step that is refused changes nothing");
            }
            prop_assert_eq!(case.state() == State::Closed, case.closure().is_some());
            prop_assert_eq!(case.state() == State::Snoozed, case.snoozed_until().is_some());
            prop_assert_eq!(case.state() == State::Parked, case.parked_because().is_some());
            match case.state() {
                State::Waiting => prop_assert!(case.owner().is_none()),
                State::Active => prop_assert!(case.owner().is_some()),
                State::Snoozed | State::Parked | State::Closed => {}
            }
        }
    }
}
