//! Reading commands on platforms where a command is a line of text.

use super::option::first_word;
use super::{Command, CommandOption, OptionKind, OptionValue};
use crate::file::Attachment;

impl Command {
    /// What the words after the command are for, and what is left of them for
    /// it: the subcommand whose name they begin with, in any case, or
    /// [`Command::default_part`] with all of them.
    ///
    /// They are no subcommand's that `may_run` denies to the writer, nor one's
    /// that can read nothing of the word that follows its name: those are a
    /// sentence that begins with the same word. Nor does the default's name
    /// count before more words, since it is run without.
    pub fn addressed<'w>(&self, words: &'w str, may_run: impl Fn(&Self) -> bool) -> (&Self, &'w str) {
        let words = words.trim();
        let (first, rest) = first_word(words);
        let named = self.subcommands.iter().find(|part| part.name.eq_ignore_ascii_case(first));
        let can_read = |part: &Self| {
            let is_default = std::ptr::eq(part, self.default_part());
            rest.is_empty() || (!is_default && next(&part.written_options(), rest).is_some())
        };
        let meant = named.filter(|part| can_read(part) && may_run(part));
        meant.map_or((self.default_part(), words), |part| (part, rest))
    }

    /// Reads the words after the command, or after its subcommand.
    ///
    /// Each word goes to the first option not given yet that can read it, and
    /// all that is left to the last if it takes any text. `name:value` goes to
    /// the option it names, and the bare name of a yes-or-no option says yes;
    /// some options take nothing else.
    /// What no option can read is left out; files are no words.
    pub fn parse(&self, words: &str) -> Vec<(String, OptionValue)> {
        let mut open = self.written_options();
        let mut left = words.trim();
        let mut given = Vec::new();
        while !left.is_empty() && !open.is_empty() {
            match next(&open, left) {
                Some((at, value, rest)) => {
                    given.push((open.remove(at).option.name.clone(), value));
                    left = rest;
                }
                None => left = first_word(left).1,
            }
        }
        given
    }

    fn written_options(&self) -> Vec<Open<'_>> {
        let is_written = |option: &&CommandOption| option.kind != OptionKind::File;
        let options = self.options.iter().filter(is_written);
        let mut open: Vec<_> = options.map(|option| Open { option, takes_rest: false }).collect();
        if let Some(last) = open.last_mut() {
            last.takes_rest = last.option.kind == OptionKind::Text;
        }
        open
    }

    /// Hands the files that were sent with the command to the options that take
    /// files, each in its order.
    pub(crate) fn hand_out(&self, files: Vec<Attachment>) -> impl Iterator<Item = (String, OptionValue)> {
        let takers = self.options.iter().filter(|option| option.kind == OptionKind::File);
        takers.zip(files).map(|(option, file)| (option.name.clone(), OptionValue::File(file)))
    }
}

/// An option that nothing was given for yet.
struct Open<'a> {
    option: &'a CommandOption,
    /// All that is left is for it.
    takes_rest: bool,
}

/// Which of the options takes what `left` begins with, as what, and what is left then.
fn next<'w>(open: &[Open<'_>], left: &'w str) -> Option<(usize, OptionValue, &'w str)> {
    let each = || open.iter().enumerate();
    let named = each().find_map(|(at, one)| Some((at, one.option.read_named(left, one.takes_rest)?)));
    let unnamed = || each().filter(|(_, one)| !one.option.named);
    let read = || unnamed().find_map(|(at, one)| Some((at, one.option.read(left, one.takes_rest)?)));
    named.or_else(read).map(|(at, (value, rest))| (at, value, rest))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::command::Invocation;

    fn reply() -> Command {
        Command::new("reply", "d").option("case", "d", OptionKind::Integer, false).option(
            "text",
            "d",
            OptionKind::Text,
            true,
        )
    }

    fn list() -> Command {
        Command::new("list", "d")
            .staff()
            .option("kind", "d", OptionKind::Text, false)
            .choices(&[("bug", "🐞 Bug"), ("idea", "💡 Idea")])
            .option("status", "d", OptionKind::Text, false)
            .choices(&[("open", "Open"), ("review", "Under review"), ("under", "Under")])
            .option("mine", "d", OptionKind::Boolean, false)
            .option("page", "d", OptionKind::Integer, false)
    }

    fn feedback() -> Command {
        let new = Command::new("new", "d").option("text", "d", OptionKind::Text, false);
        Command::new("feedback", "d").subcommand(new).subcommand(list()).subcommand(Command::new("own", "d"))
    }

    /// What `words` give `command`, as `option=value`.
    fn given(command: &Command, words: &str) -> Vec<String> {
        command.parse(words).into_iter().map(|(name, value)| format!("{name}={value}")).collect()
    }

    #[test]
    fn the_last_text_option_takes_all_the_words() {
        let mut invocation = Invocation::of("reply");
        invocation.options = reply().parse(" #12 thanks a lot ");
        assert_eq!(invocation.integer("case"), Some(12));
        assert_eq!(invocation.text("text"), Some("thanks a lot"));
    }

    #[test]
    fn a_file_takes_no_words() {
        let command = Command::new("bug", "d").option("text", "d", OptionKind::Text, true);
        let command = command.option("screenshot", "d", OptionKind::File, false);
        assert_eq!(given(&command, "it is slow"), ["text=it is slow"]);
    }

    #[test]
    fn a_word_that_is_no_number_goes_to_the_next_option() {
        assert_eq!(given(&reply(), "thanks a lot"), ["text=thanks a lot"]);
    }

    #[test]
    fn a_choice_is_known_wherever_it_stands() {
        assert_eq!(given(&list(), "OPEN bug"), ["status=open", "kind=bug"]);
        assert_eq!(given(&list(), "💡  idea 2 under review"), ["kind=idea", "page=2", "status=review"]);
        assert_eq!(given(&list(), "under pressure bug"), ["status=under", "kind=bug"]);
    }

    #[test]
    fn what_no_option_can_read_is_left_out() {
        assert_eq!(given(&list(), "quickly: status:closed open please :"), ["status=open"]);
    }

    #[test]
    fn a_word_can_name_its_option() {
        assert_eq!(
            given(&list(), "page:3 Status:under review mine"),
            ["page=3", "status=review", "mine=true"]
        );
        assert_eq!(given(&list(), "mine:no"), ["mine=false"]);
        assert_eq!(given(&reply(), "text:thanks for 12"), ["text=thanks for 12"]);
        assert_eq!(given(&reply(), "text: thanks"), ["text=text: thanks"]);
    }

    #[test]
    fn an_option_that_goes_by_its_name_leaves_other_words_alone() {
        let command = Command::new("list", "d")
            .option("area", "d", OptionKind::Text, false)
            .named()
            .option("mine", "d", OptionKind::Boolean, false)
            .named()
            .option("text", "d", OptionKind::Text, false);
        assert_eq!(given(&command, "on the login"), ["text=on the login"]);
        assert_eq!(given(&command, "mine area:billing on it"), ["mine=true", "area=billing", "text=on it"]);
    }

    #[test]
    fn words_are_for_the_subcommand_they_begin_with() {
        let feedback = feedback();
        let addressed = |words| {
            let (part, left) = feedback.addressed(words, |_| true);
            (part.name.as_str(), left)
        };
        assert_eq!(addressed(" LIST\nbug "), ("list", "bug"));
        assert_eq!(addressed("list"), ("list", ""));
        assert_eq!(addressed("new view is slow"), ("new", "new view is slow"), "nobody has to name it");
        assert_eq!(addressed("new"), ("new", ""));
        assert_eq!(addressed("lists are slow"), ("new", "lists are slow"));
        assert_eq!(addressed(""), ("new", ""));
    }

    #[test]
    fn words_are_no_subcommands_that_the_writer_may_not_run() {
        let feedback = feedback();
        let (part, left) = feedback.addressed("list view is slow", |part| !part.is_for_staff());
        assert_eq!((part.name.as_str(), left), ("new", "list view is slow"));
    }

    #[test]
    fn words_that_a_subcommand_can_not_read_are_a_sentence() {
        let feedback = feedback();
        let addressed = |words| {
            let (part, left) = feedback.addressed(words, |_| true);
            (part.name.as_str(), left)
        };
        assert_eq!(addressed("own"), ("own", ""));
        assert_eq!(addressed("own emails get lost"), ("new", "own emails get lost"));
        assert_eq!(addressed("list of orders is short"), ("new", "list of orders is short"));
        assert_eq!(addressed("list status:open"), ("list", "status:open"));
    }

    proptest::proptest! {
        #[test]
        fn any_words_can_be_read(words in "(list|mine|status:|page:|ı|İ|\\PC| |\n){0,12}") {
            let feedback = feedback();
            let (part, left) = feedback.addressed(&words, |_| true);
            proptest::prop_assert!(words.contains(left));
            proptest::prop_assert!(part.parse(left).len() <= part.options.len());
            proptest::prop_assert!(list().parse(&words).len() <= 4);
        }
    }
}
