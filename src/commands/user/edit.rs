//! `user edit`: also another user name, which the named licenses state in their next revision.

use std::cell::RefCell;

use anyhow::Result;
use serde_json::{Value, json};

use crate::cli::arguments::yes_or_no;
use crate::cli::change::{Done, SigningMany, carry_out, hit, tell_files, tell_sessions};
use crate::cli::context::CommandContext;
use crate::cli::outcome::{Data, Edited, Outcome, check_named};
use crate::domain::audit::Change;
use crate::domain::customer::User;
use crate::domain::license::terms::Clear;
use crate::domain::name::{Code, Email, Name, Username};
use crate::domain::{Code as Why, Refusal};
use crate::ops::license::plan::Plan;
use crate::ops::{lookup, user};
use crate::store::Reader;

/// Change a user
///
/// Under another name each named license that states it has its next revision, with a fresh file where one was delivered.
#[derive(Debug, clap::Args)]
#[command(after_help = "Examples:
  licentia user edit nordwind anna --username anna.ek --email anna.ek@nordwind.example
  licentia user edit nordwind bo --company none --admin=no")]
pub struct Args {
    /// The customer's code
    customer: Code,
    /// What the user logs in with
    username: Username,
    /// Another user name
    #[arg(long = "username", value_name = "USERNAME", id = "new_username")]
    new: Option<Username>,
    /// The person's name, or none
    #[arg(long, value_name = "NAME")]
    name: Option<Clear<Name>>,
    /// Where to write to, or none
    #[arg(long, value_name = "ADDRESS")]
    email: Option<Clear<Email>>,
    /// The company that the user belongs to, or none
    #[arg(long, value_name = "CODE")]
    company: Option<Clear<Code>>,
    /// Whether the user manages the customer's licenses [yes, no]
    #[arg(long, value_name = "yes|no", value_parser = yes_or_no, num_args = 0..=1, require_equals = true, default_missing_value = "yes")]
    admin: Option<bool>,
    #[command(flatten)]
    signing: SigningMany,
}

pub fn run(args: &Args, command: &mut CommandContext<'_>) -> Result<Outcome> {
    let mut home = command.home()?;
    let named =
        args.new.is_some() || args.name.is_some() || args.email.is_some() || args.company.is_some();
    check_named(named || args.admin.is_some())?;
    let out = args.signing.out();
    let (before, after) = decide(home.reader(), args)?;
    let what = format!("user {} of customer {}", before.username, before.customer);
    if before == after {
        return Ok(Edited::of(
            &crate::commands::user::object(&before),
            crate::commands::user::object(&after),
        )
        .outcome(&what, command.is_dry()));
    }
    // Of what is decided under the lock, which may be other than what was at first.
    let last = RefCell::new((before, after));
    let way = args.signing.way(&out);
    let done = carry_out(command, &mut home, &way, &|reader, now| {
        let (before, after) = decide(reader, args)?;
        let edited = Edited::of(
            &crate::commands::user::object(&before),
            crate::commands::user::object(&after),
        );
        let entry = Change::new(
            "user.edit",
            format!("{}/{}", before.customer, before.username),
            edited.detail(),
        );
        let plan =
            Plan { entries: vec![entry], ..user::edit(reader, &before, after.clone(), now)? };
        last.replace((before, after));
        Ok(plan.into())
    })?;
    let (before, after) = last.into_inner();
    let mut outcome =
        Edited::of(&crate::commands::user::object(&before), crate::commands::user::object(&after))
            .outcome(&what, command.is_dry());
    let (mut licenses, mut sessions): (Vec<Value>, Vec<String>) = (Vec::new(), Vec::new());
    match done {
        Done::Would(plan) => {
            for step in &plan.steps {
                licenses.push(json!({"serial": step.after.serial.as_str(), "revision": step.after.revision, "file": null}));
            }
            outcome = hit(&plan).into_iter().fold(outcome, Outcome::say);
        }
        Done::Did(steps, _) => {
            for (step, emitted) in &steps {
                let file = emitted.path().map(|path| json!({"path": path}));
                licenses.push(json!({"serial": step.after.serial.as_str(), "revision": step.after.revision, "file": file}));
                if step.signs() {
                    outcome = outcome.say(format!(
                        "License {} is revision {} now",
                        step.after.serial, step.after.revision
                    ));
                }
                outcome = tell_files(outcome, step, emitted);
            }
            let steps = steps.iter().map(|(step, _)| step);
            sessions = steps
                .clone()
                .flat_map(|step| &step.sessions)
                .map(|session| session.serial.to_string())
                .collect();
            outcome = tell_sessions(outcome, steps);
        }
        Done::Repeated(..) => {}
    }
    if let Data::One { object, .. } = &mut outcome.data {
        (object["licenses"], object["sessions"]) = (licenses.into(), sessions.into());
    }
    Ok(outcome)
}

/// The user as he is, and as he shall be.
fn decide(reader: Reader<'_>, args: &Args) -> Result<(User, User)> {
    let customer = lookup::customer(reader, &args.customer)?;
    let before = lookup::user(reader, &customer.code, &args.username)?;
    let mut after = before.clone();
    after.name = args.name.clone().map_or(after.name, Clear::value);
    after.email = args.email.clone().map_or(after.email, Clear::value);
    after.admin = args.admin.unwrap_or(after.admin);
    if let Some(company) = &args.company {
        after.company = match company {
            Clear::Nothing => None,
            Clear::Value(code) => Some(lookup::company(reader, &customer.code, code)?.code),
        };
    }
    if let Some(new) = &args.new {
        let other = reader
            .find_user(&customer.code, new)?
            .filter(|other| other.username != before.username);
        if let Some(other) = other {
            let why =
                format!("there is a user {} of customer {} already", other.username, customer.code);
            return Err(Refusal::new(Why::Exists, why).hint("take another user name").into());
        }
        after.username = new.clone();
    }
    Ok((before, after))
}
