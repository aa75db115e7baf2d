//! A cloud container at two desks: the home that keeps it writes its state as a context, another desk adopts that and works on it,
//! and the home imports the update that builds on it. What the container holds is signed texts on both sides, each verified.

use anyhow::{Context as _, Result};
use licentia_runtime::{Context, Held, License as Verified, LicenseClaims, MAX_TEXT, Model, RESERVED, Reserved, Update, inspect};
use serde_json::{Value, json};

use crate::domain::activation::{Activation, File, State};
use crate::domain::audit::Change;
use crate::domain::container::{Block, Container};
use crate::domain::license::License;
use crate::domain::module::Grant;
use crate::domain::name::{Code, Username};
use crate::domain::placement::Leave;
use crate::domain::product::ContainerKind;
use crate::domain::right::Right;
use crate::domain::serial::Serial;
use crate::domain::state::Standing;
use crate::domain::time::Timestamp;
use crate::domain::vendor::Vendor;
use crate::domain::{Code as Why, Random, Refusal};
use crate::ops::change::{Brought, Plan, Received, Step, jti};
use crate::ops::container::carried;
use crate::ops::known;
use crate::ops::place::{place_of, taken};
use crate::seal::{self, Signer};
use crate::store::{Books, SignedContext, SignedUpdate, Tx};

/// A cloud container of this home's, whose state another desk may be given.
///
/// # Errors
///
/// `wrong_kind` for hardware, which speaks for itself; `wrong_state` for one that is retired or kept elsewhere
pub fn keeps(books: Books<'_>, serial: &Serial) -> Result<Container> {
    let container = known::container(books, serial)?;
    if container.kind != ContainerKind::Cloud {
        let message = format!("container {serial} is {}, whose state is its own", container.kind.called());
        return Err(Refusal::new(Why::WrongKind, message).hint("only cloud containers are worked on at another desk").into());
    }
    container.check_own()?;
    container.check_kept("worked on")?;
    Ok(container)
}

/// The newest context of a container, where it is still true and nothing was imported that builds on it.
pub fn current(books: Books<'_>, container: &Container) -> Result<Option<SignedContext>> {
    let newest = books.find_context(&container.serial, None)?;
    Ok(newest.filter(|context| context.counter == container.counter && context.imported_at.is_none()))
}

/// Signs the state of a container, reserves status indexes for it, and keeps it.
///
/// # Errors
///
/// `wrong_state` for one with more licenses than a text can carry.
pub fn write(
    tx: &Tx<'_>,
    vendor: &Vendor,
    container: &Container,
    signer: &Signer,
    random: &mut Random<'_>,
    now: Timestamp,
) -> Result<(SignedContext, Vec<String>)> {
    let (carried, refused) = carried(tx.books(), container)?;
    let (count, jti) = (carried.len(), jti(now, random));
    let licenses: Vec<String> = carried.into_iter().map(|carried| carried.text).collect();
    // The indexes are found first, and belong to the context once its row is there.
    let (list, idx) = tx.find_free(RESERVED, random)?;
    let status = Reserved { uri: vendor.list_uri(list), idx: idx.clone() };
    let text = seal::context::sign(signer, vendor, container, licenses, status, &jti, now.as_second());
    if text.len() > MAX_TEXT {
        let message = format!("container {} has {count} licenses, more than one context can carry", container.serial);
        return Err(Refusal::new(Why::WrongState, message).hint("move some of them to another container").into());
    }
    let (counter, kid, issued_at) = (container.counter, signer.kid().to_owned(), now.to_string());
    let context = SignedContext { counter, jti, kid, issued_at, text, imported_at: None };
    tx.insert_context(&container.serial, &context)?;
    tx.insert_reserved(&context.jti, list, &idx)?;
    tx.set_signed(signer.kid())?;
    Ok((context, refused))
}

/// A container as its context says that it is, at the desk that adopts it.
///
/// # Errors
///
/// `wrong_customer` where a license in it is another customer's, `exists` where it is here with a later state, or with licenses that
/// the context does not know.
pub fn adopted(books: Books<'_>, customer: &Code, context: &Context, now: Timestamp) -> Result<(Container, bool)> {
    let claims = context.claims();
    let serial: Serial = claims.sub.as_deref().unwrap_or_default().parse()?;
    let customer = known::customer(books, customer)?;
    check_customer(context.licenses(), &customer.code)?;
    let block = claims.blocked.as_ref().map(|code| Block {
        code: code.clone(),
        reason: "blocked by the home that keeps it".to_owned(),
        at: now.to_string(),
        enforced_at: now.to_string(),
    });
    let here = books.find_container(serial.as_str())?;
    if let Some(here) = &here {
        check_again(books, here, context)?;
    }
    let is_new = here.is_none();
    let base = here.unwrap_or_else(|| Container {
        serial,
        kind: ContainerKind::Cloud,
        customer: customer.code,
        user: None,
        label: None,
        hardware: None,
        key: None,
        properties: Default::default(),
        username: None,
        counter: claims.counter,
        issued: None,
        confirmed: Some(claims.counter),
        block: None,
        suspicion: None,
        context: None,
        resync: false,
        retired_at: None,
        reference: None,
        licenses: Vec::new(),
        credential: None,
        created_at: now.to_string(),
    });
    let context = Some(claims.jti.clone());
    // Updates of this desk may be ahead: a counter has one content.
    let counter = if is_new { claims.counter } else { claims.counter.max(base.counter + 1) };
    Ok((Container { counter, confirmed: Some(counter), block, context, ..base }, is_new))
}

/// A container that is here already is adopted again only where nothing that was done here is lost.
fn check_again(books: Books<'_>, here: &Container, context: &Context) -> Result<()> {
    let (serial, claims) = (&here.serial, context.claims());
    if here.context.is_none() {
        let message = format!("container {serial} is this home's own");
        return Err(Refusal::new(Why::Exists, message).hint("another desk adopts it: `licentia init --join` makes one").into());
    }
    if here.context.as_deref() == Some(claims.jti.as_str()) {
        return Err(Refusal::new(Why::Exists, format!("container {serial} was adopted from this context already")).into());
    }
    let before = books.find_context(serial, here.context.as_deref())?.context("the context that a container was adopted from")?;
    if claims.counter < before.counter {
        let why = format!("is of {}, and it was adopted from one of {} already", claims.counter, before.counter);
        return Err(not_taken_back(serial, &why).into());
    }
    let knows = |license: &String| context.licenses().iter().any(|it| it.claims().sub == *license);
    for license in here.licenses.iter().filter(|license| !knows(license)) {
        if !known::license(books, &license.parse()?, Timestamp::UNIX_EPOCH)?.adopted {
            let hint = format!(
                "have the update of this desk imported at home, and write a new context there; where that was done and the home has ended it since, `licentia license return {license} --container {serial}` here"
            );
            return Err(not_taken_back(serial, &format!("does not know license {license}, which was issued here"))
                .hint(hint)
                .into());
        }
    }
    // What was taken out here has to be out there too.
    let taken = texts_in(&before.text)?.into_iter().map(|(license, _)| license);
    if let Some(license) = taken.into_iter().find(|license| !here.licenses.contains(license) && knows(license)) {
        return Err(not_taken_back(serial, &format!("has license {license}, which was taken out here")).into());
    }
    Ok(())
}

/// A context that would undo what was done at this desk.
fn not_taken_back(serial: &Serial, why: &str) -> Refusal {
    Refusal::new(Why::StaleContext, format!("the context of container {serial} {why}"))
        .hint("have the update of this desk imported at home, and write a new context there")
}

/// Decides what a desk has then that adopts a container: its row, its context with the indexes that it reserved, its licenses.
///
/// # Errors
///
/// As [`adopted`]; `not_found` for what is licensed in it and not known here.
pub fn adopt(books: Books<'_>, customer: &Code, (context, text): (&Context, &str), now: Timestamp) -> Result<(Imported, Plan)> {
    let claims = context.claims();
    let (container, is_new) = adopted(books, customer, context, now)?;
    let steps = hold(books, &container, context.licenses(), &texts_of(context), &Keeper::Home, now)?;
    let signed = SignedContext {
        counter: claims.counter,
        jti: claims.jti.clone(),
        kid: header_kid(text)?,
        issued_at: Timestamp::from_second(claims.iat)?.to_string(),
        text: text.to_owned(),
        imported_at: None,
    };
    let (added, taken) = sorted(&steps);
    // The steps count one change of it.
    let counter = if steps.is_empty() { container.counter } else { (container.counter - 1).max(1) };
    let status = claims.status.clone().context("a state without status indexes")?;
    let detail = json!({"context": claims.jti, "kid": signed.kid, "counter": claims.counter, "added": added, "taken": taken});
    let entries = vec![Change::new("container.adopt", container.serial.as_str(), detail)];
    let received = Some(Received::Context { signed, status, is_new });
    let plan = Plan { container: Some(Container { counter, ..container.clone() }), received, entries, ..Plan::of(steps) };
    Ok((Imported { container, added, taken }, plan))
}

/// The serials of the licenses that come in, and of those that go out.
fn sorted(steps: &[Step]) -> (Vec<String>, Vec<String>) {
    let (came, went): (Vec<&Step>, Vec<&Step>) = steps.iter().partition(|step| step.brought.is_some());
    let serials = |steps: Vec<&Step>| steps.into_iter().map(|step| step.after.serial.to_string()).collect();
    (serials(came), serials(went))
}

fn texts_of(context: &Context) -> Vec<String> {
    let held = context.claims().licenses.iter();
    held.filter_map(|held| if let Held::Text(text) = held { Some(text.clone()) } else { None }).collect()
}

/// What a container holds at one desk after another's word.
#[derive(Clone, Debug, PartialEq)]
pub struct Imported {
    /// The container as it is then.
    pub container: Container,
    /// The serials of the licenses that came in.
    pub added: Vec<String>,
    /// The serials of those that were taken out.
    pub taken: Vec<String>,
}

/// Decides what an update changes that another desk signed for a container of this home's.
///
/// # Errors
///
/// `stale_context` where the container was changed since the context, or that was imported already, or never written here;
/// `wrong_kind` for an update that builds on none; `wrong_customer`; `conflict` for what no desk may have done
pub fn import(books: Books<'_>, vendor: &Vendor, update: &Update, text: &str, now: Timestamp) -> Result<(Imported, Plan)> {
    let claims = update.claims();
    let serial: Serial = claims.sub.parse()?;
    let Some(jti) = &claims.context else {
        let message = format!("the update of container {serial} builds on no context: it is this home's own word, or another's");
        return Err(Refusal::new(Why::WrongKind, message)
            .hint("only what a desk signed for a container that it adopted is imported")
            .into());
    };
    let before = keeps(books, &serial)?;
    let stale = |why: String| {
        let hint = format!(
            "`licentia container context {serial} --out FILE` writes a new one; adopt that at the other desk, and do there what is to be done"
        );
        Refusal::new(Why::StaleContext, format!("the update of container {serial} builds on a context that {why}")).hint(hint)
    };
    let Some(context) = books.find_context(&serial, Some(jti))? else {
        return Err(stale("was not written here".to_owned()).into());
    };
    if let Some(at) = &context.imported_at {
        return Err(stale(format!("was imported already, at {at}")).into());
    }
    if context.counter != before.counter {
        return Err(stale(format!("is of {}, and the container is at {} now", context.counter, before.counter)).into());
    }
    if claims.blocked != before.block.as_ref().map(|block| block.code.clone()) {
        let message = "the update blocks the container, or lets it go on, which is the home's to decide";
        return Err(Refusal::new(Why::Conflict, message).into());
    }
    check_customer(update.licenses(), &before.customer)?;
    let base = texts_in(&context.text)?;
    let keeper = Keeper::Desk { vendor, context: jti, base: &base };
    let steps = hold(books, &before, update.licenses(), &claims.licenses, &keeper, now)?;
    let (added, taken) = sorted(&steps);
    if steps.is_empty() {
        return Ok((Imported { container: before, added, taken }, Plan::of(Vec::new())));
    }
    let brought = claims.keyset.as_ref().and_then(|text| inspect::unverified(text).ok()?.claims.get("version")?.as_u64());
    let keyset_version = brought.unwrap_or(u64::MAX).min(update.keys().claims().version);
    if claims.counter <= before.counter {
        let message = format!("the update is of {}, where {} or more is to come", claims.counter, before.counter + 1);
        return Err(Refusal::new(Why::Conflict, message).into());
    }
    // The steps count one change of it.
    let container = Container { counter: claims.counter - 1, confirmed: Some(claims.counter - 1), ..before.clone() };
    let signed = SignedUpdate {
        counter: claims.counter,
        jti: claims.jti.clone(),
        kid: header_kid(text)?,
        keyset_version,
        issued_at: Timestamp::from_second(claims.iat)?.to_string(),
        text: text.to_owned(),
    };
    let detail = json!({
        "context": jti, "jti": claims.jti, "kid": signed.kid, "counter": {"from": before.counter, "to": claims.counter},
        "added": added, "taken": taken,
    });
    let entries = vec![Change::new("container.import", serial.as_str(), detail)];
    let received = Some(Received::Update(signed, jti.clone()));
    let plan = Plan { container: Some(container.clone()), received, entries, ..Plan::of(steps) };
    Ok((Imported { container: Container { counter: claims.counter, ..container }, added, taken }, plan))
}

/// The ids of the licenses in a stored context, by their serials.
fn texts_in(text: &str) -> Result<Vec<(String, String)>> {
    let found = inspect::unverified(text).context("a context of the books")?;
    let texts: Vec<String> = serde_json::from_value(found.claims.get("licenses").cloned().unwrap_or_default())
        .context("the licenses of a context of the books")?;
    let named = |text: &String| {
        let found = inspect::unverified(text).context("a license of the books")?;
        let member = |name: &str| found.claims.get(name).and_then(Value::as_str).unwrap_or_default().to_owned();
        Ok((member("sub"), member("jti")))
    };
    texts.iter().map(named).collect()
}

fn header_kid(text: &str) -> Result<String> {
    let found = inspect::unverified(text).context("a text that was verified")?;
    Ok(found.header.get("kid").and_then(Value::as_str).unwrap_or_default().to_owned())
}

fn check_customer(licenses: &[Verified], customer: &Code) -> Result<(), Refusal> {
    let other = licenses.iter().map(Verified::claims).find(|claims| claims.customer.code != customer.as_str());
    let Some(claims) = other else { return Ok(()) };
    let message = format!("license {} in it is {}'s, and the container is {customer}'s", claims.sub, claims.customer.code);
    Err(Refusal::new(Why::WrongCustomer, message).hint("a container carries the licenses of one customer"))
}

/// Who says what a container holds.
enum Keeper<'a> {
    /// The home that keeps it, to a desk.
    Home,
    /// A desk, to the home: under a context of this id, which had these licenses (serial and id of the file).
    Desk { vendor: &'a Vendor, context: &'a str, base: &'a [(String, String)] },
}

/// The steps after which a container holds exactly these licenses, of those that the other side knows of.
fn hold(
    books: Books<'_>,
    container: &Container,
    licenses: &[Verified],
    texts: &[String],
    keeper: &Keeper<'_>,
    now: Timestamp,
) -> Result<Vec<Step>> {
    let mut steps = Vec::new();
    for serial in &container.licenses {
        let is_known = match keeper {
            Keeper::Home => true,
            // What was suspended when the context was written did not stand in it.
            Keeper::Desk { base, .. } => base.iter().any(|(known, _)| known == serial),
        };
        if !is_known || licenses.iter().any(|license| license.claims().sub == *serial) {
            continue;
        }
        let before = known::license(books, &serial.parse()?, now)?;
        let mut after = before.clone();
        let gone = Leave { ends_as: State::Returned, gone_at: None, moves_to: None };
        after.leave(container.serial.as_str(), None, &gone, now)?;
        let step = taken(books, "license.return", before, after, "returned", now)?;
        steps.push(step.noting("container", container.serial.as_str()));
    }
    for (license, text) in licenses.iter().zip(texts) {
        let claims = license.claims();
        let here = books.find_license(&claims.sub, now)?;
        let live = here.as_ref().and_then(|it| it.live().find(|activation| activation.is_in(container.serial.as_str())));
        if live.and_then(|activation| activation.file.as_ref()).is_some_and(|file| file.jti == claims.jti) {
            continue;
        }
        if let Keeper::Desk { vendor, context, .. } = keeper {
            check_brought(books, vendor, context, here.as_ref(), claims)?;
        }
        steps.push(brought(books, container, here, claims, text, matches!(keeper, Keeper::Home), now)?);
    }
    Ok(steps)
}

/// A desk brings licenses of its own, at the indexes that were reserved for it, and no others.
fn check_brought(
    books: Books<'_>,
    vendor: &Vendor,
    context: &str,
    here: Option<&License>,
    claims: &LicenseClaims,
) -> Result<(), Refusal> {
    let conflict = |why: String| Err(Refusal::new(Why::Conflict, format!("license {} in the update {why}", claims.sub)));
    if here.is_some() {
        return conflict("is this home's own, and not the file that the context had".to_owned());
    }
    let Some(status) = claims.status.as_ref().map(|status| &status.status_list) else {
        return conflict("is listed nowhere, so that this home could not end it".to_owned());
    };
    let reserved = match vendor.list_of(&status.uri) {
        Some(list) => books.has_reserved(context, list, status.idx).map_err(|fault| Refusal::new(Why::Io, fault.to_string()))?,
        None => false,
    };
    if !reserved {
        return conflict(format!("has the status index {} of {}, which its context did not reserve", status.idx, status.uri));
    }
    if claims.model == Model::Device {
        return conflict("is for devices, and the container is in the cloud".to_owned());
    }
    Ok(())
}

/// A license whose file was signed elsewhere, as the books have it then.
fn brought(
    books: Books<'_>,
    container: &Container,
    here: Option<License>,
    claims: &LicenseClaims,
    text: &str,
    adopted: bool,
    now: Timestamp,
) -> Result<Step> {
    let right = right_of(books, claims)?;
    let product = known::product(books, &right.product)?;
    container.check_takes(&format!("license {}", claims.sub), &right.customer, &product)?;
    let listed = claims.status.as_ref().map(|status| &status.status_list).context("a file that no list names")?;
    let expires_at = claims.exp.map(Timestamp::from_second).transpose()?.map(|instant| instant.to_string());
    let file = File {
        jti: claims.jti.clone(),
        kid: header_kid(text)?,
        revision: claims.revision,
        issued_at: Timestamp::from_second(claims.iat)?.to_string(),
        expires_at,
        ends_at: None,
        text: text.to_owned(),
    };
    let status = (listed.uri.clone(), listed.idx);
    let generation = claims.container.as_ref().map_or(1, |container| container.generation);
    let placement = Activation {
        container: Some(place_of(container)),
        seats: claims.seats,
        generation,
        state: State::Live,
        leaving: None,
        ended_at: None,
        file: None,
    };
    let action = if adopted { "license.adopt" } else { "license.import" };
    let (step, place) = match here {
        None => {
            let activations = vec![placement];
            let license = License {
                serial: claims.sub.parse()?,
                revision: claims.revision,
                activations,
                adopted,
                created_at: file.issued_at.clone(),
                ..License::new(right, None, now)
            };
            (Step::new(books, action, license)?, 0)
        }
        Some(before) => {
            if !before.adopted || before.standing != Standing::Open {
                let message = format!("license {} is this desk's own, and the context has another file of it", before.serial);
                return Err(Refusal::new(Why::Conflict, message).into());
            }
            let mut after = License { right, revision: claims.revision.max(before.revision), ..before.clone() };
            let there = after.activations.iter().position(|it| it.is_live() && it.is_in(container.serial.as_str()));
            let place = there.unwrap_or(after.activations.len());
            match there {
                Some(there) => after.activations[there].seats = claims.seats,
                None => after.activations.push(placement),
            }
            (Step::of(books, action, before, after, now)?, place)
        }
    };
    let step = Step { brought: Some(Brought { file, place, status }), old_files_end: None, ..step };
    Ok(step.noting("container", container.serial.as_str()).noting("jti", claims.jti.as_str()))
}

/// What a license gives, as its file says; of records that have to be here.
fn right_of(books: Books<'_>, claims: &LicenseClaims) -> Result<Right> {
    let product = known::product(books, &claims.product.code.parse()?).map_err(|error| with_catalogue(error, claims))?;
    let customer = known::customer(books, &claims.customer.code.parse()?)?;
    let company =
        claims.customer.company.as_ref().map(|code| known::company(books, &customer.code, &code.parse()?)).transpose()?;
    let grant = |granted: &licentia_runtime::Module| {
        let code: Code = granted.code.parse()?;
        let (module, _) = known::module(books, &product.code, &code).map_err(|error| with_catalogue(error, claims))?;
        Ok(Grant { code: module.code, value: granted.value, ends: granted.ends })
    };
    let user = |name: &String| -> Result<Username> { Ok(known::user(books, &customer.code, &name.parse()?)?.username) };
    let users: Vec<Username> = claims.users.iter().flatten().map(user).collect::<Result<_>>()?;
    Ok(Right {
        modules: claims.modules.iter().map(grant).collect::<Result<_>>()?,
        product: product.code,
        customer: customer.code,
        company: company.map(|company| company.code),
        edition: claims.edition,
        model: claims.model,
        seats: claims.seats,
        users,
        starts: claims.term.starts,
        ends: claims.term.ends,
        checkpoint_days: claims.term.checkpoint_days,
        grace_days: claims.term.grace_days,
        offline_days: claims.offline.as_ref().and_then(|offline| offline.max_days),
        offline_starts: claims.offline.as_ref().and_then(|offline| offline.max_starts),
        enforcement: claims.enforcement,
        hosts_per_user: None,
        attributes: claims.attributes.clone(),
    })
}

/// What is sold has to be the same at both desks.
fn with_catalogue(error: anyhow::Error, claims: &LicenseClaims) -> anyhow::Error {
    match error.downcast::<Refusal>() {
        Ok(refusal) => {
            let hint = format!(
                "license {} is of it: `licentia product export FILE` where it is sold, `licentia product apply FILE` here",
                claims.sub
            );
            refusal.hint(hint).into()
        }
        Err(error) => error,
    }
}
