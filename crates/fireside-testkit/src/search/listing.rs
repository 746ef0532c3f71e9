//! What has which terms, and in which order.

use fireside_core::ports::{Document, Order, Query};

use super::{SearchPlace, by_rank, fill, find, found, having};

/// The highest rank first, in each slot.
pub async fn what_has_the_terms_comes_by_rank(place: &impl SearchPlace) {
    let search = place.open();
    let of = |ranks| Document { ranks, ..having(&["kind:bug"], 0) };
    let most = u64::MAX;
    fill(&*search, [of([1, most, 5]), of([3, 0, 5]), having(&["kind:idea"], 9), of([2, 7, 6])]).await;
    let by = |slot| Query::new(Order::Rank(slot), 10).has("kind:bug");
    assert_eq!(found(&*search, &by(0)), [2, 4, 1]);
    assert_eq!(found(&*search, &by(1)), [1, 4, 2]);
    assert_eq!(found(&*search, &by(2)), [4, 2, 1]);
    assert_eq!(found(&*search, &by_rank()), [3, 2, 4, 1]);
}

/// Also over many flushes.
pub async fn of_equal_ranks_the_highest_key_comes_first(place: &impl SearchPlace) {
    let search = place.open();
    for round in 0..5 {
        let numbers = [3, 9, 1, 7].map(|number| number * 10 + round);
        let changes = numbers.map(|number| super::change(number, Some(having(&[], 1))));
        search.apply(&"acme".into(), changes.to_vec()).unwrap();
        search.flush().await.unwrap();
    }
    let query = Query { limit: 7, ..by_rank() };
    assert_eq!(found(&*search, &query), [94, 93, 92, 91, 90, 74, 73]);
}

/// Each group asks for one of its terms; a group without terms asks for what nothing has.
pub async fn of_each_group_one_term_is_enough(place: &impl SearchPlace) {
    let search = place.open();
    let documents = [
        having(&["kind:bug", "status:open"], 1),
        having(&["kind:idea", "status:open"], 2),
        having(&["kind:bug", "status:done"], 3),
        having(&["kind:praise", "status:planned"], 4),
    ];
    fill(&*search, documents).await;
    let one_of = |terms: &[&str]| terms.iter().map(|term| (*term).to_owned()).collect::<Vec<_>>();
    let query = by_rank().has_one_of(one_of(&["kind:bug", "kind:idea"]));
    assert_eq!(found(&*search, &query), [3, 2, 1]);
    let query = query.has_one_of(one_of(&["status:open", "status:planned"]));
    assert_eq!(found(&*search, &query), [2, 1]);
    assert!(found(&*search, &by_rank().has("kind")).is_empty(), "a part of a term is another term");
    assert!(found(&*search, &by_rank().has_one_of(Vec::new())).is_empty());
}

/// One term that is ruled out is enough to be left out.
pub async fn what_has_a_term_that_is_ruled_out_is_left_out(place: &impl SearchPlace) {
    let search = place.open();
    fill(&*search, [having(&["a", "b"], 1), having(&["a"], 2), having(&["c"], 3), having(&[], 4)]).await;
    assert_eq!(found(&*search, &by_rank().has_not("b")), [4, 3, 2]);
    assert_eq!(found(&*search, &by_rank().has_not("b").has_not("c")), [4, 2]);
    assert_eq!(found(&*search, &by_rank().has("a").has_not("b")), [2]);
}

/// A least rank is itself enough.
pub async fn a_least_rank_leaves_the_lower_out(place: &impl SearchPlace) {
    let search = place.open();
    fill(&*search, [4, 5, 6].map(|rank| having(&[], rank))).await;
    let hits = find(&*search, &Query { rank_min: Some((0, 5)), ..by_rank() });
    assert_eq!((hits.total, hits.hits.len()), (2, 2));
    assert!(found(&*search, &Query { rank_min: Some((2, 1)), ..by_rank() }).is_empty());
}

/// A slot that documents don't have is 0 in all.
pub async fn an_unknown_rank_is_zero(place: &impl SearchPlace) {
    let search = place.open();
    fill(&*search, [1, 2].map(|rank| having(&[], rank))).await;
    assert_eq!(found(&*search, &Query::new(Order::Rank(99), 10)), [2, 1]);
    assert!(found(&*search, &Query { rank_min: Some((99, 1)), ..by_rank() }).is_empty());
}

/// Page after page gives each document once, in order.
pub async fn pages_give_everything_once(place: &impl SearchPlace) {
    let search = place.open();
    fill(&*search, (0..50).map(|number| having(&[], number * 7 % 5))).await;
    let all = found(&*search, &Query { limit: 100, ..by_rank() });
    let page = |offset| found(&*search, &Query { offset, limit: 7, ..by_rank() });
    let pages: Vec<_> = (0..50).step_by(7).flat_map(page).collect();
    assert_eq!(all.len(), 50);
    assert_eq!(pages, all);
}

/// Behind the end there is nothing, and the total is known all the same.
pub async fn a_page_behind_the_end_is_empty_and_knows_the_total(place: &impl SearchPlace) {
    let search = place.open();
    fill(&*search, [1, 2, 3].map(|rank| having(&[], rank))).await;
    for (offset, limit) in [(3, 10), (usize::MAX, usize::MAX), (0, 0)] {
        let hits = find(&*search, &Query { offset, limit, ..by_rank() });
        assert_eq!((hits.total, hits.hits.len()), (3, 0), "{offset} {limit}");
    }
}
