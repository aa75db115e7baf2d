//! The remedies as command lines. This module alone maps a suggested correction of `domain` and
//! `ops` to its verb and flags.

use crate::domain::name::{count_of, some_of};
use crate::domain::remedy::{ModuleList, Noun, RecoveryGrant, Remedy};

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
            let (word, records) = (noun.as_str(), plural(*noun));
            format!("`licentia {word} list {owner}` shows the {records} of {owner}")
        }
        Remedy::ListContainersOf { customer } => format!(
            "`licentia container list --customer {customer}` shows the containers of customer \
             {customer}"
        ),
        Remedy::Show { noun, id, facts } => {
            format!("`licentia {} show {id}` shows {facts}", noun.as_str())
        }
        Remedy::ShowEarlier { noun, id } => format!(
            "`licentia {0} show {id}` shows the {0}; choose another reference for a new request",
            noun.as_str()
        ),
        Remedy::CompareSerial { noun } => format!(
            "compare the serial with the original; `licentia {0} list` lists the {0}s, `licentia \
             find TEXT` finds similar serials",
            noun.as_str()
        ),
        Remedy::Unretire { noun, code } => {
            format!("`licentia {} retire {code} --undo` ends the retirement", noun.as_str())
        }
        Remedy::UndoRetirement => "--undo ends the retirement".to_owned(),
        Remedy::IfMissing { has_others: false } => {
            "nothing to do; with --if-missing, the command succeeds".to_owned()
        }
        Remedy::IfMissing { has_others: true } => "no user was assigned; with --if-missing, the \
                                                   command assigns the users who are not \
                                                   assigned yet"
            .to_owned(),

        Remedy::GrantParent { modules, list } => match list {
            ModuleList::All => format!("grant the parent too: --modules {modules}"),
            ModuleList::Added => format!("add the parent too: --add-modules {modules}"),
            ModuleList::InFile => format!("grant the parent too: {modules}"),
        },
        Remedy::RemoveChildren { modules } => {
            format!("remove the child modules too: --remove-modules {modules}")
        }
        Remedy::AddModules => {
            "add the product, then its modules with `licentia module add`".to_owned()
        }
        Remedy::RemoveParent { product, module } => format!(
            "remove the child modules first, or give them no parent: `licentia module edit \
             {product} {module} --parent none`"
        ),
        Remedy::EditModules { product } => {
            format!(
                "`licentia product edit {product} --modules CODE` changes the modules in the terms \
                 of the product"
            )
        }
        Remedy::AllowKinds { product } => {
            format!(
                "`licentia product edit {product} --containers KIND` allows other kinds of \
                 containers"
            )
        }
        Remedy::AddBase => "add the base product first, with --kind base".to_owned(),
        Remedy::DropRequires => {
            "remove the product from the --requires of these products first".to_owned()
        }
        Remedy::RetireOne => {
            "without --prune, no product is retired; `licentia product retire CODE` retires one \
             product"
                .to_owned()
        }
        Remedy::PrunedProduct => "the file does not declare the required product, so --prune \
                                  retires the product"
            .to_owned(),
        Remedy::PrunedModule => "the file does not declare the parent module, so --prune removes \
                                 the module"
            .to_owned(),
        Remedy::ApplyCatalogue { license } => format!(
            "license {license} needs the catalogue of the site that issued it: `licentia product \
             export FILE` there, then `licentia product apply FILE` here"
        ),

        Remedy::EndIsExclusive => {
            "--ends is the day on which the license ends, at 00:00 UTC; --last-day is the last \
             full day"
                .to_owned()
        }
        Remedy::LongerCheckpoint => "the minimum is one day (1d)".to_owned(),
        Remedy::LaterModuleEnd => {
            "omit or remove the module, or give the module a later end".to_owned()
        }
        Remedy::MoreSeats { users } => {
            format!("name fewer users, or issue more seats: --seats {users}")
        }
        Remedy::StateEnd => "state the end: --term 1y, --last-day DATE or --ends none".to_owned(),
        Remedy::Extend { license } => {
            format!("`licentia license extend {license} --by 1y` extends the license")
        }
        Remedy::GiveEnd { license } => {
            format!("`licentia license edit {license} --last-day DATE` sets an end")
        }
        Remedy::EarlierEnd { license } => {
            format!("`licentia license edit {license} --last-day DATE` sets an earlier end")
        }
        Remedy::CountFromEnd => "--from end counts from the end of the license".to_owned(),
        Remedy::EditOrReplace { license } => {
            format!(
                "`licentia license edit {license} --seats N` changes the seats, `licentia license \
                 replace {license}` issues a successor in the same edition"
            )
        }

        Remedy::IssueAnother => {
            "the license cannot be used again; `licentia license issue --customer CODE --product \
             CODE` issues a new license"
                .to_owned()
        }
        Remedy::Reinstate { license } => {
            format!("`licentia license reinstate {license}` ends the suspension")
        }
        Remedy::Deliver { license } => {
            format!(
                "`licentia license activate {license} --unbound --out FILE` delivers the license"
            )
        }
        Remedy::ExportAgain { license } => {
            format!("`licentia license export {license} --out FILE` writes the file again")
        }
        Remedy::ReturnUnbound { license } => {
            format!("return the license first: `licentia license return {license} --unbound`")
        }
        Remedy::ReturnFirst { license, container } => format!(
            "return the license first: `licentia license return {license} --container {container}`"
        ),
        Remedy::ReturnSome { license, container } => format!(
            "`licentia license return {license} --container {container}` returns the seats in \
             container {container}"
        ),
        Remedy::ReturnOne { license, container } => {
            format!(
                "return the licenses first: `licentia license return {license} --container \
                 {container}`"
            )
        }
        Remedy::ReturnSeats { license } => format!(
            "return seats first: `licentia license return {license} --container CONTAINER --seats \
             N`"
        ),
        Remedy::AddSeats { license } => {
            format!("`licentia license edit {license} --seats N` adds seats")
        }
        Remedy::FreeSeats { license } => format!(
            "`licentia license show {license}` shows the containers; `licentia license return \
             {license} --container CONTAINER` returns seats"
        ),
        Remedy::ProveRemoval { container, has_key, waiting } => {
            let container = container.as_deref().unwrap_or("CONTAINER");
            let proof = proof_of_removal(container, *has_key);
            waiting.as_ref().map_or(proof.clone(), |waiting| format!("{waiting}: {proof}"))
        }
        Remedy::OmitSeats => "omit --seats".to_owned(),
        Remedy::OmitSeatsForAll => "omit --seats to select all seats".to_owned(),
        Remedy::CloudModels => "a cloud container takes licenses with --model floating or --model \
                                named"
            .to_owned(),
        Remedy::TwoContainers => "--from and --to must name different containers".to_owned(),
        Remedy::IssueThere { customer, container } => format!(
            "issue a license into the container: `licentia license issue --customer {customer} \
             --product CODE --container {container}`"
        ),
        Remedy::OmitFiles => "omit --out and --out-dir".to_owned(),

        Remedy::RemoveOther { license, user, kept } => format!(
            "`licentia assignment remove {license} {user}` removes user {user} from the license; \
             user {kept} keeps a seat"
        ),
        Remedy::RemoveAssigned { license } => {
            format!(
                "`licentia assignment remove {license} USERNAME` removes a user from the license"
            )
        }
        Remedy::ListAssigned { license } => {
            format!("`licentia assignment list --license {license}` shows the assigned users")
        }
        Remedy::MoveAssignment { license } => {
            format!(
                "`licentia assignment move {license} FROM TO` gives the seat of one user to \
                 another user"
            )
        }
        Remedy::Assign { license, user } => {
            format!("`licentia assignment add {license} {user}` assigns the user")
        }
        Remedy::JoinCompany { customer, user, company } => format!(
            "`licentia user edit {customer} {user} --company {company}` adds the user to the \
             company"
        ),
        Remedy::LeaveCompany { customer, user } => {
            format!(
                "`licentia user edit {customer} {user} --company none` removes a user from the \
                 company"
            )
        }
        Remedy::NameHost => "name the computer: --host NAME".to_owned(),
        Remedy::EndSessions { license } => {
            format!(
                "`licentia session list --license {license}` shows the sessions; end some of them \
                 first"
            )
        }
        Remedy::EndSessionsOrPlaceFewer { license } => format!(
            "`licentia session list --license {license}` shows the sessions; end some of them \
             first, or place fewer seats"
        ),
        Remedy::ShowHolders { license, next_end } => {
            let next = next_end
                .as_ref()
                .map(|at| format!("; the next session ends at {at} unless it is touched"))
                .unwrap_or_default();
            format!("`licentia session list --license {license}` shows the sessions{next}")
        }
        Remedy::EndOwnSession { sessions } => {
            format!(
                "`licentia session end SESSION` with a session of this user makes a seat idle: \
                 {sessions}"
            )
        }

        Remedy::RedeemCode => "a serial looks like L-7K3MQ-9X2D9; `licentia ticket redeem CODE \
                               --container CONTAINER` redeems the code of a ticket"
            .to_owned(),
        Remedy::CompareCode => "compare the code with the original; a code that `licentia ticket \
                                reissue` created replaces the earlier code"
            .to_owned(),
        Remedy::ReissueTicket => {
            "the code was shown when the ticket was created; `licentia ticket reissue TICKET` \
             creates a new code"
                .to_owned()
        }
        Remedy::CreateTicket => {
            "`licentia ticket create --license LICENSE` creates a new ticket for the same licenses"
                .to_owned()
        }
        Remedy::AllowUnbound { licenses } => {
            let named: String = licenses.iter().map(|it| format!(" --license {it}")).collect();
            format!(
                "`licentia ticket create{named} --unbound-allowed` creates a ticket for unbound \
                 files"
            )
        }
        Remedy::ExportRedeemed { license } => format!(
            "`licentia license export {} --out FILE` writes the file of the redeemed license again",
            license.as_deref().unwrap_or("LICENSE")
        ),
        Remedy::ExpiresExclusive => {
            "--expires is the day on which the ticket ends, at 00:00 UTC".to_owned()
        }
        Remedy::NameLicense => "name a license: --license LICENSE".to_owned(),

        Remedy::CreateContainer => {
            "a retired container cannot be used again; `licentia container create --customer CODE \
             --kind KIND` creates a new container"
                .to_owned()
        }
        Remedy::Unblock { container } => {
            format!("`licentia container unblock {container} --reason REASON` ends the block")
        }
        Remedy::UnblockFound { container } => format!(
            "if the container was found, `licentia container unblock {container} --reason REASON` \
             resumes the container without the recovered licenses"
        ),
        Remedy::UpdateOrUnblock { container } => format!(
            "`licentia container update {container} --out FILE` writes the update that contains \
             the block; `licentia container unblock {container} --reason REASON` ends the block"
        ),
        Remedy::Receive => "`licentia container receive FILE` imports the receipt".to_owned(),
        Remedy::WriteUpdate { container } => format!(
            "`licentia container update {container} --out FILE` writes the update that the \
             container must take"
        ),
        Remedy::UpdateInstead { container } => format!(
            "`licentia container update {container} --out FILE` writes the licenses of the \
             container again; no recovery is necessary"
        ),
        Remedy::ReturnOrRecycle { license, container } => format!(
            "return the licenses first: `licentia license return {license} --container \
             {container}`; if the dongle came back, `licentia container recycle {container}` \
             returns all licenses"
        ),
        Remedy::RecycleFirst { container } => format!(
            "if the dongle came back, `licentia container recycle {container}` releases its \
             hardware for a new container"
        ),
        Remedy::RetireContainer { container } => {
            format!("`licentia container retire {container}` retires the container")
        }
        Remedy::Resolve { container } => format!(
            "no file is issued to the container until the cause is known and `licentia container \
             resolve {container} --reason REASON` is run"
        ),
        Remedy::ResolveOnceKnown { container } => {
            format!(
                "when the cause is known: `licentia container resolve {container} --reason REASON`"
            )
        }
        Remedy::ChangeUser { container } => {
            format!(
                "`licentia container edit {container} --user USERNAME` gives the container to \
                 another user, --user none to no user"
            )
        }
        Remedy::ListCredentials { container } => {
            format!(
                "`licentia credential list --container {container} --all` shows the earlier \
                 credentials"
            )
        }

        Remedy::JoinToAdopt => {
            "a second site adopts the container; `licentia init DIR --join FILE --vendor NAME` \
             creates a second site"
                .to_owned()
        }
        Remedy::WriteContext { container } => format!(
            "`licentia container context {container} --out FILE` writes a new context; adopt the \
             context at the second site, and make the change there"
        ),
        Remedy::TellTakenOut { license, container } => format!(
            "import the update of this site at the first site; if the update is stale, run \
             `licentia license return {license} --container {container}` there too, and write a \
             new context"
        ),
        Remedy::TellIssued { license, container } => format!(
            "import the update of this site at the first site, and write a new context there; if \
             the update is stale, or if the first site has ended the license, run `licentia \
             license return {license} --container {container}` here, adopt the context, and issue \
             a new license; a file that was handed out is valid until its end"
        ),

        Remedy::CountOne => "--count 1 allows one recovery".to_owned(),
        Remedy::NameTarget { container } => format!("select the container: --to {container}"),
        Remedy::OmitReturned => "omit --returned".to_owned(),
        Remedy::ShowRecovered { license, to, from } => format!(
            "license {license} was recovered into {to}; `licentia recovery list --container \
             {from}` shows all recoveries from container {from}"
        ),
        Remedy::GrantRecoveries { grants, others } => grant_recoveries(grants, *others),
        Remedy::ReverseFirst { recovery } => {
            format!(
                "reverse recovery {recovery} first; `licentia recovery show {recovery}` shows it"
            )
        }
        Remedy::MoveBack { from, to, is_blocked } => format!(
            "`licentia license move LICENSE --from {from} --to {to}` moves a license back, after \
             its removal is proven{}",
            if *is_blocked { " and the old container is unblocked" } else { "" }
        ),

        Remedy::CreateKey => {
            "create a secret key: `licentia key create NAME --edition EDITION`".to_owned()
        }
        Remedy::RestoreKeyFile { key } => format!(
            "put the private key file at keys/{key}.pem in the home; `licentia key list` shows the \
             private keys in this home"
        ),
        Remedy::UseLimitedKey { key } => {
            format!(
                "this home has the private key {key}, which has limits: --key {key} signs within \
                 the limits"
            )
        }
        Remedy::NameKey => "select a key: --key NAME".to_owned(),
        Remedy::NameSigningKey => {
            "select a signing key; `licentia key list` shows the keys".to_owned()
        }
        Remedy::NameKeyOfEdition { edition } => {
            format!("select a {edition} key; `licentia key list` shows the keys")
        }
        Remedy::NameScopedKey => {
            "select a key with limits: --key NAME; `licentia key list` shows the keys".to_owned()
        }
        Remedy::ListActiveKeys => "`licentia key list` shows the active keys".to_owned(),
        Remedy::ListAllKeys => "`licentia key list --all` shows all keys".to_owned(),
        Remedy::LongerMaxTerm => "the minimum is one day: --max-term 1d".to_owned(),
        Remedy::OmitKinds => "omit --kinds, or create a commercial key".to_owned(),
        Remedy::KeepLimits { key } => format!(
            "`licentia key show {key}` shows the limits; omit the limit options to restore the \
             private key"
        ),
        Remedy::EarlierSince => {
            "an earlier --since, or no --since, refuses more files of the key".to_owned()
        }
        Remedy::OmitSince => {
            "omit --since: a person who has the key can write any date into a file".to_owned()
        }
        Remedy::SinceIsTheft => {
            "--since is the instant at which the key may have been stolen".to_owned()
        }
        Remedy::PublishKeySet => "run the command at the first site, then `licentia key publish \
                                  --out FILE` there and `licentia key accept FILE` here"
            .to_owned(),
        Remedy::AcceptElsewhere => "`licentia key accept FILE` is for a second site, which \
                                    `licentia init DIR --join FILE --vendor NAME` creates"
            .to_owned(),
        Remedy::JoinAgain => {
            "create a new second site with the new key set: `licentia init DIR --join FILE \
             --vendor NAME`"
                .to_owned()
        }
        Remedy::PublishStatus => {
            "`licentia status publish --out-dir DIR --force` writes the status lists; then put \
             them where applications get them"
                .to_owned()
        }
        Remedy::AcceptDatabase { key } => format!(
            "restore the newer database; if this database was put back on purpose, `licentia \
             doctor --accept key:{key} --reason REASON` accepts it"
        ),
        Remedy::AcceptRecord { subject } => format!(
            "the record may be forged; if it is genuine, `licentia doctor --accept {subject} \
             --reason REASON` accepts it"
        ),
        Remedy::RepairRecord { subject } => format!(
            "no change was made; `licentia doctor --repair {subject} --dry-run` shows the \
             differences, and without --dry-run the stated values are written back"
        ),
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
        true => "`licentia container receive FILE` with the receipt of the customer".to_owned(),
        false => {
            format!(
                "`licentia container confirm {container} --reason REASON` after the dongle has \
                 taken the update"
            )
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
            format!("`licentia recovery grant {license}{scope} --reason REASON`")
        })
        .collect();
    let mut text = match commands.as_slice() {
        [one] => format!("{one} allows one recovery"),
        many => format!("{} allow one recovery each", some_of(many)),
    };
    if others > 0 {
        text += &format!("; --partial recovers {} without a grant", count_of(others, "license"));
    }
    text
}
