//! People: one human with one or more accounts.

use serde::{Deserialize, Serialize};

use crate::actor::Account;
use crate::ids::PersonId;
use crate::record::Record;
use crate::turn::{Interrupt, Turn};

/// One human inside a community, known by more than one account. Who has one
/// account only needs no record: they are [`Account::person`].
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Person {
    /// Who they are.
    pub id: PersonId,
    /// Their accounts, the first known first.
    pub accounts: Vec<Account>,
}

impl Record for Person {
    const COLLECTION: &'static str = "person";
}

/// The person an account was linked to.
#[derive(Debug, Serialize, Deserialize)]
struct AccountLink {
    person: PersonId,
}

impl Record for AccountLink {
    const COLLECTION: &'static str = "account_link";
}

impl Turn<'_> {
    /// The person the actor is.
    ///
    /// # Errors
    /// When a read has to be loaded.
    pub fn person(&mut self) -> Result<PersonId, Interrupt> {
        self.person_of(&self.event().actor.account)
    }

    /// The person an account belongs to.
    ///
    /// # Errors
    /// When a read has to be loaded.
    pub fn person_of(&mut self, account: &Account) -> Result<PersonId, Interrupt> {
        let link = self.get::<AccountLink>(account)?;
        Ok(link.map_or_else(|| account.person(), |link| link.person))
    }

    /// Says that another account, with all the others of whom it was, is the
    /// person that `account` is. Every feature brings over what it keeps about
    /// whom the other was before.
    ///
    /// # Errors
    /// When a read has to be loaded, or it can't be written.
    pub fn link(&mut self, account: &Account, other: &Account) -> Result<Person, Interrupt> {
        let mut person = self.known_person(account)?;
        let joined = self.known_person(other)?;
        if joined.id == person.id {
            return Ok(person);
        }
        for account in joined.accounts {
            self.put(&account, &AccountLink { person: person.id.clone() })?;
            person.accounts.push(account);
        }
        self.delete::<Person>(&joined.id)?;
        self.put(&person.id, &person)?;
        self.tell_linked(&person.id, &joined.id)?;
        Ok(person)
    }

    fn known_person(&mut self, account: &Account) -> Result<Person, Interrupt> {
        let id = self.person_of(account)?;
        let known = self.get::<Person>(&id)?;
        Ok(known.unwrap_or_else(|| Person { id, accounts: vec![account.clone()] }))
    }
}
