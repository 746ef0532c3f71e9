//! The town that everything happens in: a community, its people and places.

use fireside_core::{Actor, Community, Ground, Place, StaffRole};
use fireside_testkit::script::{NORTH, STAFF_ROLE, customer, member};

/// How many places there are in which customers talk.
pub(crate) const PLACES: u64 = 40;
/// How many people there are.
pub(crate) const PEOPLE: u64 = 200_000;
/// The space that holds every place.
const SPACE: &str = "town";

/// The community, whose feedback is shown in a channel of its own.
pub(crate) fn community() -> Community {
    let mut community = Community::new("acme", "Acme")
        .ground(Ground::Space(NORTH.into(), SPACE.into()))
        .ground(Ground::PrivateChats(NORTH.into()));
    community.staff.roles.push(StaffRole { platform: NORTH.into(), role: STAFF_ROLE.into() });
    community.staff_home = Some(channel("staff"));
    community.places.insert(fireside_feedback::PLACE.to_owned(), feedback_room());
    community
}

fn channel(name: &str) -> Place {
    Place::channel(NORTH, name).within(SPACE)
}

/// Where cards are put up.
pub(crate) fn feedback_room() -> Place {
    channel("feedback")
}

/// One of the places in which customers talk.
pub(crate) fn place(index: u64) -> Place {
    channel(&format!("channel-{}", index % PLACES))
}

/// One of the people.
pub(crate) fn person(index: u64) -> Actor {
    let index = index % PEOPLE;
    customer(NORTH, &index.to_string(), &format!("Customer {index}"))
}

/// Somebody who never said anything yet.
pub(crate) fn newcomer(index: u64) -> Actor {
    customer(NORTH, &(PEOPLE + index).to_string(), &format!("Newcomer {index}"))
}

/// One of the staff.
pub(crate) fn staff() -> Actor {
    member(NORTH, "staff", "Sam", None)
}
