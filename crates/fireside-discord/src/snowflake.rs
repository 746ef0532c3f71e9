//! Discord's ids carry the moment they were made.

use fireside_core::Timestamp;

/// Where Discord's ids begin to count: the first second of 2015, in milliseconds.
const EPOCH_MS: u64 = 1_420_070_400_000;

/// When the thing with this id was made.
pub(crate) fn created_at(id: u64) -> Timestamp {
    Timestamp::from_millis((id >> 22) + EPOCH_MS)
}

/// Reads an id that this adapter gave to core earlier.
pub(crate) fn parse(id: &str) -> Option<u64> {
    id.parse().ok().filter(|id| *id != 0)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_id_tells_when_it_was_made() {
        assert_eq!(created_at(175_928_847_299_117_063).as_millis(), 1_462_015_105_796);
    }

    #[test]
    fn what_is_no_id_is_refused() {
        assert_eq!((parse("0"), parse("x"), parse("-1"), parse("7")), (None, None, None, Some(7)));
    }
}
