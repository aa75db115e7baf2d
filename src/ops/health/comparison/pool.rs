//! Threads that verify and compare on all cores while one thread reads the database.

use std::cell::RefCell;

use crate::ops::cores::on_all_cores;
use crate::ops::error::Result;

/// A piece of work without the database.
type Job<'a> = Box<dyn FnOnce() + Send + 'a>;

/// The threads of a comparison.
pub struct Pool<'a, 'b> {
    pass: RefCell<&'b mut dyn FnMut(Job<'a>)>,
}

impl<'a> Pool<'a, '_> {
    /// Runs a function, whose jobs run on all cores, and waits for its jobs.
    ///
    /// # Errors
    ///
    /// Those of the function.
    pub fn scope(work: impl FnOnce(&Pool<'a, '_>) -> Result<()>) -> Result<()> {
        let feed = |pass: &mut dyn FnMut(Job<'a>)| work(&Pool { pass: RefCell::new(pass) });
        let run = |job: Job<'a>| -> Option<()> {
            job();
            None
        };
        on_all_cores(feed, run).map(drop)
    }

    /// Runs a job on one of the threads. Waits while all threads are busy.
    pub fn run(&self, job: impl FnOnce() + Send + 'a) {
        (self.pass.borrow_mut())(Box::new(job));
    }
}
