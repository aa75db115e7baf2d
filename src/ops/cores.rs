//! Work on all cores of the computer: the checks of many signatures.

use std::num::NonZero;
use std::panic::resume_unwind;
use std::sync::{Mutex, PoisonError, mpsc};
use std::thread;

use crate::ops::error::Result;

/// The number of items that wait for each worker, so that few of them are in memory.
const WAITING: usize = 64;

/// Passes items to workers on all cores, and collects their results. `feed` passes the items, in
/// the order of a read for example; `work` returns a result for some of them. The results have no
/// particular order.
///
/// # Errors
///
/// Those of `feed`.
pub fn on_all_cores<T: Send, R: Send>(
    feed: impl FnOnce(&mut dyn FnMut(T)) -> Result<()>,
    work: impl Fn(T) -> Option<R> + Sync,
) -> Result<Vec<R>> {
    let cores = thread::available_parallelism().map_or(1, NonZero::get);
    let (sender, receiver) = mpsc::sync_channel::<T>(cores * WAITING);
    let receiver = Mutex::new(receiver);
    let next = || receiver.lock().unwrap_or_else(PoisonError::into_inner).recv().ok();
    let worker = || std::iter::from_fn(next).filter_map(&work).collect::<Vec<R>>();
    thread::scope(|scope| {
        let workers: Vec<_> = (0..cores).map(|_| scope.spawn(worker)).collect();
        // A worker ends only when the sender is gone, so each item is received.
        let fed = feed(&mut |item| drop(sender.send(item)));
        drop(sender);
        let ended = workers.into_iter().map(thread::ScopedJoinHandle::join);
        let results =
            ended.flat_map(|results| results.unwrap_or_else(|panic| resume_unwind(panic)));
        let results = results.collect();
        fed.map(|()| results)
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::Error;

    #[test]
    fn each_item_is_worked_on_once() {
        let feed = |pass: &mut dyn FnMut(u32)| {
            (0..10_000).for_each(pass);
            Ok(())
        };
        let mut odd =
            on_all_cores(feed, |number| (number % 2 == 1).then_some(number)).expect("fed");
        odd.sort_unstable();
        assert_eq!(odd, (0..10_000).filter(|number| number % 2 == 1).collect::<Vec<u32>>());
    }

    #[test]
    fn an_error_of_the_feed_is_returned() {
        let feed = |pass: &mut dyn FnMut(u32)| {
            pass(1);
            Err(Error::usage("the reader failed").into())
        };
        assert!(on_all_cores(feed, Some).is_err());
    }
}
