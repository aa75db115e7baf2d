//! The remedies as command lines. This module alone maps a suggested correction of `domain` and
//! `ops` to its verb and flags.

use crate::domain::name::{count_of, some_of};
use crate::domain::remedy::{Noun, RecoveryGrant, Remedy};

/// Returns the text of a remedy: lower case, no full stop, command lines in backticks.
pub fn render(remedy: &Remedy) -> String {
    match remedy {
        Remedy::Advice(text) | Remedy::CommandLine(text) => text.to_string(),
        Remedy::DidYouMean { near, otherwise } => {
            format!("did you mean {near}? {}", render(otherwise))
        }

        Remedy::List { noun } => {
            format!("`licentia {} list` shows the {}", noun.as_str(), plural(*noun))
        }
        Remedy::ListOf { noun, owner } => {
            format!("`licentia {} list {owner}` shows its {}", noun.as_str(), plural(*noun))
        }
        Remedy::ListContainersOf { customer } => format!(
            "`licentia container list --customer {customer}` shows that customer's containers"
        ),
        Remedy::Show { noun, id, facts } => {
            format!("`licentia {} show {id}` shows {facts}", noun.as_str())
        }
        Remedy::ShowEarlier { noun, id } => format!(
            "`licentia {} show {id}` shows it; take another reference for another order",
            noun.as_str()
        ),
        Remedy::CompareSerial { noun } => format!(
            "compare it with the original; `licentia {} list` shows the serials",
            noun.as_str()
        ),
        Remedy::Unretire { noun, code } => {
            format!("`licentia {} retire {code} --undo` takes that back", noun.as_str())
        }
        Remedy::UndoRetirement => "--undo takes that back".to_owned(),
        Remedy::IfMissing => "--if-missing accepts the existing record".to_owned(),

        Remedy::GrantParent { parent, module } => {
            format!("grant both: --modules {parent},{module}")
        }
        Remedy::AddModules => {
            "add the product, then its modules with `licentia module add`".to_owned()
        }
        Remedy::RemoveParent { product, module } => format!(
            "remove its parts first, or `licentia module edit {product} {module} --parent none`"
        ),
        Remedy::EditModules { product } => {
            format!("`licentia product edit {product} --modules …` changes them")
        }
        Remedy::AllowKinds { product } => {
            format!("`licentia product edit {product} --containers …` allows other kinds")
        }
        Remedy::AddBase => "add it first, with --kind base".to_owned(),
        Remedy::DropRequires => "take it out of their --requires first".to_owned(),
        Remedy::RetireOne => {
            "without --prune they stay; `licentia product retire CODE` retires one".to_owned()
        }
        Remedy::PrunedProduct => "the file does not name it, so --prune retires it".to_owned(),
        Remedy::PrunedModule => "the file does not name it, so --prune removes it".to_owned(),
        Remedy::ApplyCatalogue { license } => format!(
            "license {license} is of it: `licentia product export FILE` where it is sold, \
             `licentia product apply FILE` here"
        ),

        Remedy::EndIsExclusive => {
            "--ends is the day on which it ends at 00:00 UTC; --last-day is the last full day"
                .to_owned()
        }
        Remedy::LongerCheckpoint => "a day is the least: --checkpoint 1d".to_owned(),
        Remedy::LaterModuleEnd => {
            "leave it out, or give it a later end: --modules names all that are granted".to_owned()
        }
        Remedy::MoreSeats { users } => {
            format!("name fewer users, or sell more seats: --seats {users}")
        }
        Remedy::StateEnd => {
            "say how long it lasts: --term 1y, --ends DATE, or --ends none".to_owned()
        }
        Remedy::Extend { license } => {
            format!("`licentia license extend {license} --by 1y` gives it a later end")
        }
        Remedy::GiveEnd { license } => {
            format!("`licentia license edit {license} --ends DATE` gives it one")
        }
        Remedy::EarlierEnd { license } => {
            format!("`licentia license edit {license} --ends DATE` gives it an earlier end")
        }
        Remedy::CountFromEnd => "--from end counts from its end".to_owned(),
        Remedy::EditOrReplace { license } => format!(
            "`licentia license edit {license}` changes its terms, `licentia license replace \
             {license}` sells it anew"
        ),

        Remedy::IssueAnother => {
            "that is final; `licentia license issue` sells another one".to_owned()
        }
        Remedy::Reinstate { license } => {
            format!("`licentia license reinstate {license}` lets it go on")
        }
        Remedy::Deliver { license } => {
            format!("`licentia license activate {license} --unbound` delivers it")
        }
        Remedy::ExportAgain { license } => {
            format!("`licentia license export {license} --out FILE` writes its file again")
        }
        Remedy::ReturnUnbound { license } => {
            format!("`licentia license return {license} --unbound` takes it back first")
        }
        Remedy::ReturnFirst { license, container } => format!(
            "`licentia license return {license} --container {container}` takes it out first"
        ),
        Remedy::ReturnSome { license, container } => format!(
            "`licentia license return {license} --container {container}` takes them out of one"
        ),
        Remedy::ReturnOne { license, container } => {
            format!("`licentia license return {license} --container {container}` takes one out")
        }
        Remedy::ReturnSeats { license } => format!(
            "`licentia license return {license} --container K-… --seats N` frees some first"
        ),
        Remedy::FreeSeats { license } => format!(
            "`licentia license show {license}` shows where they are; `licentia license return \
             {license} --container K-…` frees some"
        ),
        Remedy::ProveRemoval { container, has_key, waiting } => {
            let container = container.as_deref().unwrap_or("K-…");
            let proof = proof_of_removal(container, *has_key);
            waiting.as_ref().map_or(proof.clone(), |waiting| format!("{waiting}: {proof}"))
        }
        Remedy::OmitSeats => "leave --seats out".to_owned(),
        Remedy::OmitSeatsForAll => "leave --seats out to take all of them".to_owned(),
        Remedy::CloudModels => "--model floating or named is for the cloud".to_owned(),
        Remedy::TwoContainers => "--from and --to are two containers".to_owned(),
        Remedy::IssueThere { customer, container } => format!(
            "issue a license there: `licentia license issue --customer {customer} --product CODE \
             --container {container}`"
        ),
        Remedy::OmitFiles => "leave --out and --out-dir out".to_owned(),

        Remedy::RemoveOther { license } => {
            format!("`licentia assignment remove {license} USERNAME` frees the other's seat")
        }
        Remedy::RemoveAssigned { license } => {
            format!("`licentia assignment remove {license} USERNAME` frees a seat")
        }
        Remedy::ListAssigned { license } => {
            format!("`licentia assignment list --license {license}` shows who is")
        }
        Remedy::MoveAssignment { license } => {
            format!("`licentia assignment move {license} FROM TO` gives a seat to another user")
        }
        Remedy::Assign { license, user } => {
            format!("`licentia assignment add {license} {user}` assigns it")
        }
        Remedy::JoinCompany { customer, user, company } => format!(
            "`licentia user edit {customer} {user} --company {company}` adds the user to the company"
        ),
        Remedy::LeaveCompany { customer, user } => {
            format!(
                "`licentia user edit {customer} {user} --company none` removes a user from the company"
            )
        }
        Remedy::NameHost => "say which one it is: start a session with --host NAME".to_owned(),
        Remedy::EndSessions { license } => {
            format!("`licentia session list --license {license}` shows them; end some first")
        }
        Remedy::EndSessionsOrPlaceFewer { license } => format!(
            "`licentia session list --license {license}` shows them; end some first, or place \
             fewer seats"
        ),
        Remedy::ShowHolders { license, next_end } => {
            let next = next_end
                .as_ref()
                .map(|at| format!("; the next one runs out at {at} unless it is touched"))
                .unwrap_or_default();
            format!("`licentia session list --license {license}` shows who holds them{next}")
        }
        Remedy::EndOwnSession { sessions } => {
            format!("to end an own session frees a seat (`licentia session end`): {sessions}")
        }

        Remedy::RedeemCode => "a serial looks like L-7K3MQ-9X2D9; where it is a ticket's code, \
             `licentia ticket redeem` takes it"
            .to_owned(),
        Remedy::CompareCode => "compare it with the original; a code that was made anew with \
             `licentia ticket reissue` replaces the one before"
            .to_owned(),
        Remedy::ReissueTicket => {
            "the code was shown when the ticket was created; `licentia ticket \
             reissue` makes another"
                .to_owned()
        }
        Remedy::CreateTicket => {
            "`licentia ticket create` makes another for the same licenses".to_owned()
        }
        Remedy::AllowUnbound { licenses } => {
            let named: String = licenses.iter().map(|it| format!(" --license {it}")).collect();
            format!("`licentia ticket create{named} --unbound-allowed` makes one that does")
        }
        Remedy::ExportRedeemed { license } => format!(
            "`licentia license export {} --out FILE` writes the file again that it was redeemed for",
            license.as_deref().unwrap_or("L-…")
        ),
        Remedy::ExpiresExclusive => {
            "--expires is the day on which it ends, at 00:00 UTC".to_owned()
        }
        Remedy::NameLicense => "--license L-… names one".to_owned(),

        Remedy::CreateContainer => {
            "that is final; `licentia container create` makes another".to_owned()
        }
        Remedy::Unblock { container } => {
            format!("`licentia container unblock {container} --reason …` lets it go on")
        }
        Remedy::UnblockFound { container } => format!(
            "where it was found, `licentia container unblock {container} --reason …` lets it go \
             on, without what was recovered"
        ),
        Remedy::UpdateOrUnblock { container } => format!(
            "`licentia container update {container} --out FILE` writes the update that tells it so; \
             `licentia container unblock {container} --reason …` lets it go on"
        ),
        Remedy::Receive => "`licentia container receive FILE` takes the receipt".to_owned(),
        Remedy::WriteUpdate { container } => format!(
            "`licentia container update {container} --out FILE` writes the one that it has to take"
        ),
        Remedy::UpdateInstead { container } => format!(
            "`licentia container update {container} --out FILE` writes what it shall hold again: \
             nothing is to be recovered"
        ),
        Remedy::ReturnOrRecycle { license, container } => format!(
            "`licentia license return {license} --container {container}`; `licentia container \
             recycle {container}` where it is in your hands"
        ),
        Remedy::RecycleFirst { container } => format!(
            "a dongle that came back is given away again after `licentia container recycle \
             {container}`"
        ),
        Remedy::RetireContainer { container } => {
            format!("`licentia container retire {container}` ends it")
        }
        Remedy::Resolve { container } => format!(
            "once you know why: `licentia container resolve {container} --reason …`; nothing is \
             issued to it until then"
        ),
        Remedy::ResolveOnceKnown { container } => {
            format!("`licentia container resolve {container} --reason …` once you know why")
        }
        Remedy::ChangeUser { container } => {
            format!(
                "`licentia container edit {container} --user …` gives it to another, or to none"
            )
        }
        Remedy::ListCredentials { container } => {
            format!("`licentia credential list --container {container} --all` shows those it had")
        }

        Remedy::JoinToAdopt => {
            "a second site adopts it: `licentia init DIR --join FILE --vendor NAME` makes one"
                .to_owned()
        }
        Remedy::WriteContext { container } => format!(
            "`licentia container context {container} --out FILE` writes a new one; adopt that at \
             the other site, and make the change there"
        ),
        Remedy::TellTakenOut { license, container } => format!(
            "have the update of this site imported at the first site; where that is stale, \
             `licentia license return {license} --container {container}` there too, and write a \
             new context"
        ),
        Remedy::TellIssued { license, container } => format!(
            "have the update of this site imported at the first site, and write a new context \
             there; where that is stale, or the first site has ended it since, `licentia license \
             return {license} --container {container}` here, adopt, and issue another: a file that \
             was handed out stays good until its end"
        ),

        Remedy::CountOne => "--count 1 allows one recovery".to_owned(),
        Remedy::NameTarget { container } => format!("name it: --to {container}"),
        Remedy::OmitReturned => "leave --returned out".to_owned(),
        Remedy::ShowRecovered { license, to, from } => format!(
            "license {license} was recovered into {to}; `licentia recovery list --container \
             {from}` shows the rest"
        ),
        Remedy::GrantRecoveries { grants, others } => grant_recoveries(grants, *others),
        Remedy::ReverseFirst { recovery } => {
            format!("`licentia recovery show {recovery}` shows it: reverse that one first")
        }
        Remedy::MoveBack { from, to, is_blocked } => format!(
            "`licentia license move L-… --from {from} --to {to}` moves a license back, once that \
             is proven gone{}",
            if *is_blocked { " and the old container is unblocked" } else { "" }
        ),

        Remedy::CreateKey => {
            "make a key of your own: `licentia key create NAME --edition E`".to_owned()
        }
        Remedy::RestoreKeyFile { key } => format!(
            "put its file at keys/{key}.pem in the home; `licentia key list` shows which keys are \
             here"
        ),
        Remedy::UseLimitedKey { key } => {
            format!("key {key} is here and has limits: --key {key} signs what they allow")
        }
        Remedy::NameKey => "name one with --key".to_owned(),
        Remedy::NameSigningKey => "name a signing key; `licentia key list` shows them".to_owned(),
        Remedy::NameKeyOfEdition { edition } => {
            format!("name a {edition} key; `licentia key list` shows them")
        }
        Remedy::NameScopedKey => {
            "`licentia key list` shows the keys; name one with a scope with --key".to_owned()
        }
        Remedy::ListActiveKeys => "`licentia key list` shows the active ones".to_owned(),
        Remedy::ListAllKeys => "`licentia key list --all` shows every key".to_owned(),
        Remedy::LongerMaxTerm => "a day is the least: --max-term 1d".to_owned(),
        Remedy::OmitKinds => "leave --kinds out, or make a commercial key".to_owned(),
        Remedy::KeepLimits { key } => format!(
            "`licentia key show {key}` shows them; leave them out to restore the private key"
        ),
        Remedy::EarlierSince => "an earlier --since, or none, refuses more of its files".to_owned(),
        Remedy::OmitSince => {
            "leave --since out: a person who has the key can write any date into a file".to_owned()
        }
        Remedy::SinceIsTheft => "--since is when the key may have been stolen".to_owned(),
        Remedy::PublishKeySet => "do it there, then `licentia key publish` there and `licentia \
             key accept` here"
            .to_owned(),
        Remedy::AcceptElsewhere => "`licentia key accept` is for a second site that was made with \
             `licentia init DIR --join FILE --vendor NAME`"
            .to_owned(),
        Remedy::JoinAgain => {
            "make a new site with the new key set: `licentia init DIR --join FILE --vendor NAME`"
                .to_owned()
        }
        Remedy::PublishStatus => {
            "`licentia status publish --out-dir DIR --force` writes the lists for applications"
                .to_owned()
        }
    }
}

/// Returns the word for several records of a noun.
fn plural(noun: Noun) -> String {
    let word = noun.as_str();
    word.strip_suffix('y')
        .filter(|_| matches!(noun, Noun::Recovery | Noun::Company))
        .map_or_else(|| format!("{word}s"), |stem| format!("{stem}ies"))
}

/// Returns the commands that prove the removal of seats from a container, which frees the seats.
fn proof_of_removal(container: &str, has_key: bool) -> String {
    let then = match has_key {
        true => "`licentia container receive FILE` with the receipt that comes back".to_owned(),
        false => {
            format!("`licentia container confirm {container} --reason …` once the dongle took it")
        }
    };
    format!("`licentia container update {container} --out FILE`, then {then}")
}

/// Returns the commands that allow recoveries.
fn grant_recoveries(grants: &[RecoveryGrant], others: usize) -> String {
    let commands: Vec<String> = grants
        .iter()
        .map(|RecoveryGrant { license, is_same_computer }| {
            let scope = if *is_same_computer { " --scope same" } else { "" };
            format!("`licentia recovery grant {license}{scope} --reason …`")
        })
        .collect();
    let mut text = match commands.as_slice() {
        [one] => format!("{one} allows one now"),
        many => format!("{} allow one each now", some_of(many)),
    };
    if others > 0 {
        text += &format!("; --partial recovers the {} that can be", count_of(others, "other"));
    }
    text
}
