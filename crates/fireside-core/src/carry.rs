//! Bringing what somebody said to another place: safe words, files by
//! reference, and a description of all that can't be shown there as it was.

use crate::file::Attachment;
use crate::message::{Extra, Message};
use crate::outgoing::{CarriedFile, Outgoing};
use crate::poll::Poll;
use crate::text::Text;
use crate::turn::Turn;

impl Turn<'_> {
    /// What somebody said, to be said elsewhere to readers of `locale`: nobody
    /// is mentioned by it, every link shows where it leads. `None` where
    /// there is nothing to see.
    pub fn carry(&self, message: &Message, locale: &str) -> Option<Outgoing> {
        let mut text = Text::default();
        if let Some(name) = &message.forwarded_from {
            text = text.line(self.forward_line(name, locale));
        }
        if !message.text.is_blank() {
            text = text.line(message.text.clone().tame());
        }
        for extra in &message.extras {
            text = text.line(self.described(extra, locale));
        }
        let files: Vec<_> = message.attachments.iter().map(|file| self.carried(file, locale)).collect();
        (!text.is_blank() || !files.is_empty()).then(|| Outgoing::of(text).files(files))
    }

    /// A file with what is said in its stead where it can't be brought.
    pub fn carried(&self, attachment: &Attachment, locale: &str) -> CarriedFile {
        let what = self.say_in(locale, attachment.kind.phrase(), &[]);
        let instead = match &attachment.name {
            Some(name) => {
                let args = [("what", (&what).into()), ("name", name.into())];
                self.say_in(locale, "carried-named-file", &args)
            }
            None => self.say_in(locale, "carried-file", &[("what", (&what).into())]),
        };
        CarriedFile { attachment: attachment.clone(), instead: instead.into() }
    }

    fn forward_line(&self, name: &str, locale: &str) -> Text {
        let line = if name.is_empty() {
            self.say_in(locale, "carried-forward-unknown", &[])
        } else {
            self.say_in(locale, "carried-forward", &[("name", name.into())])
        };
        line.into()
    }

    /// What an extra is, in words.
    pub fn described(&self, extra: &Extra, locale: &str) -> Text {
        match extra {
            Extra::Location { latitude_micro, longitude_micro, title } => {
                let link = map_link(*latitude_micro, *longitude_micro);
                let words = match title {
                    Some(title) => {
                        let args = [("title", title.into()), ("link", (&link).into())];
                        self.say_in(locale, "carried-location", &args)
                    }
                    None => self.say_in(locale, "carried-point", &[("link", (&link).into())]),
                };
                words.into()
            }
            Extra::Contact { name, phone } => {
                let args = [("name", name.into()), ("phone", phone.into())];
                self.say_in(locale, "carried-contact", &args).into()
            }
            Extra::Poll(poll) => self.listed(poll, locale),
            Extra::Other(what) => self.say_in(locale, "carried-other", &[("what", what.into())]).into(),
        }
    }

    /// A poll as words, for where nobody can vote in it.
    pub fn listed(&self, poll: &Poll, locale: &str) -> Text {
        let question = self.say_in(locale, "carried-poll", &[("question", (&poll.question).into())]);
        let options = poll.options.iter().map(|option| format!("– {option}"));
        options.fold(Text::plain(question), Text::line)
    }
}

/// A point on the map that anybody can open.
fn map_link(latitude_micro: i32, longitude_micro: i32) -> String {
    let degrees = |micro: i32| f64::from(micro) / 1e6;
    let (latitude, longitude) = (degrees(latitude_micro), degrees(longitude_micro));
    format!("https://www.openstreetmap.org/?mlat={latitude}&mlon={longitude}")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_point_south_west_keeps_its_signs() {
        let link = map_link(-22_951_916, -43_210_487);
        assert_eq!(link, "https://www.openstreetmap.org/?mlat=-22.951916&mlon=-43.210487");
    }
}
