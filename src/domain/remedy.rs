//! Remedies: suggested corrections as typed facts. The front end renders them as command lines
//! (`cli/remedy.rs`), so that the rules do not depend on the names of flags. The facts are texts,
//! because the types of serials and codes report errors themselves and would import this file in a
//! cycle.

use std::borrow::Cow;

/// A noun of the command line.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Noun {
    /// A license.
    License,
    /// A session.
    Session,
    /// A ticket.
    Ticket,
    /// A container.
    Container,
    /// A recovery.
    Recovery,
    /// A credential.
    Credential,
    /// A product.
    Product,
    /// A module of a product.
    Module,
    /// A customer.
    Customer,
    /// A company of a customer.
    Company,
    /// A user of a customer.
    User,
    /// A key.
    Key,
}

impl Noun {
    /// All nouns with their words.
    pub const ALL: [(Noun, &'static str); 12] = [
        (Noun::License, "license"),
        (Noun::Session, "session"),
        (Noun::Ticket, "ticket"),
        (Noun::Container, "container"),
        (Noun::Recovery, "recovery"),
        (Noun::Credential, "credential"),
        (Noun::Product, "product"),
        (Noun::Module, "module"),
        (Noun::Customer, "customer"),
        (Noun::Company, "company"),
        (Noun::User, "user"),
        (Noun::Key, "key"),
    ];

    /// Returns the word, such as `license`.
    pub fn as_str(self) -> &'static str {
        Noun::ALL.iter().find(|entry| entry.0 == self).map_or("", |entry| entry.1)
    }

    /// Returns the noun with a word.
    pub fn from_word(word: &str) -> Option<Noun> {
        Noun::ALL.iter().find(|entry| entry.1 == word).map(|entry| entry.0)
    }
}

/// A suggested correction, described in the imperative. Serials, codes and names are texts in the
/// form in which a person types them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Remedy {
    /// A sentence without a command and a flag.
    Advice(Cow<'static, str>),
    /// A sentence with command lines. Only `cli` and `commands` write one.
    CommandLine(Cow<'static, str>),
    /// A similar code that exists, and the remedy if another one was meant.
    DidYouMean { near: String, otherwise: Box<Remedy> },

    // Lists and records.
    /// List the records of a noun.
    List { noun: Noun },
    /// List the records of a noun that belong to a product or a customer.
    ListOf { noun: Noun, owner: String },
    /// List the containers of a customer.
    ListContainersOf { customer: String },
    /// Show a record. `facts` describes the facts of interest.
    Show { noun: Noun, id: String, facts: &'static str },
    /// Show the record of an earlier request, and use another reference.
    ShowEarlier { noun: Noun, id: String },
    /// Compare a serial with the original or with the list.
    CompareSerial { noun: Noun },
    /// Undo the retirement of a product or a customer.
    Unretire { noun: Noun, code: String },
    /// Undo the retirement with the verb that retired the record.
    UndoRetirement,
    /// Accept existing assignments as success. `has_others` is true for several users, of whom some
    /// may not be assigned yet.
    IfMissing { has_others: bool },

    // The catalogue.
    /// Grant modules together with their parents. `modules` is the complete list.
    GrantParent { modules: String, list: ModuleList },
    /// Remove modules together with their children.
    RemoveChildren { modules: String },
    /// Add modules after their product.
    AddModules,
    /// Give a module no parent.
    RemoveParent { product: String, module: String },
    /// Change the modules in the terms of a product.
    EditModules { product: String },
    /// Allow other kinds of containers for a product.
    AllowKinds { product: String },
    /// Add a base product first.
    AddBase,
    /// Remove a product from the requirements of other products.
    DropRequires,
    /// Retire products one by one.
    RetireOne,
    /// Declare the product in the catalogue file, which otherwise retires it.
    PrunedProduct,
    /// Declare the module in the catalogue file, which otherwise removes it.
    PrunedModule,
    /// Export the catalogue of the home that issued a license, and apply it here.
    ApplyCatalogue { license: String },

    // The terms of a license.
    /// State the end or the last full day.
    EndIsExclusive,
    /// Set a checkpoint of at least one day.
    LongerCheckpoint,
    /// Give a module a later end.
    LaterModuleEnd,
    /// Issue as many seats as users.
    MoreSeats { users: usize },
    /// State the end of a successor.
    StateEnd,
    /// Give a license a later end.
    Extend { license: String },
    /// Give a license an end.
    GiveEnd { license: String },
    /// Give a license an earlier end.
    EarlierEnd { license: String },
    /// Count a duration from the end of the license.
    CountFromEnd,
    /// Change the terms of a license, or issue a successor.
    EditOrReplace { license: String },

    // The state of a license, and its seats.
    /// Issue another license.
    IssueAnother,
    /// Reinstate a suspended license.
    Reinstate { license: String },
    /// Deliver a license.
    Deliver { license: String },
    /// Write the file of a license again.
    ExportAgain { license: String },
    /// Return an unbound license first.
    ReturnUnbound { license: String },
    /// Return a license from a container first.
    ReturnFirst { license: String, container: String },
    /// Return a license from one of its containers.
    ReturnSome { license: String, container: String },
    /// Return one license of a container.
    ReturnOne { license: String, container: String },
    /// Return some seats of a license first.
    ReturnSeats { license: String },
    /// Add seats to a license.
    AddSeats { license: String },
    /// Find and free the seats of a license.
    FreeSeats { license: String },
    /// Prove the removal of seats from hardware. `waiting` describes the seats.
    ProveRemoval { container: Option<String>, has_key: bool, waiting: Option<String> },
    /// Omit the number of seats.
    OmitSeats,
    /// Omit the number of seats to remove all seats.
    OmitSeatsForAll,
    /// Choose a license model for cloud containers.
    CloudModels,
    /// Name two containers.
    TwoContainers,
    /// Issue a license into a container that another home keeps.
    IssueThere { customer: String, container: String },
    /// Write no files.
    OmitFiles,

    // Users and sessions.
    /// Remove a user from a license to which another user, `kept`, is assigned too.
    RemoveOther { license: String, user: String, kept: String },
    /// Remove a user from a license.
    RemoveAssigned { license: String },
    /// List the users of a license.
    ListAssigned { license: String },
    /// Give a seat to another user.
    MoveAssignment { license: String },
    /// Assign a user to a license.
    Assign { license: String, user: String },
    /// Add a user to a company.
    JoinCompany { customer: String, user: String, company: String },
    /// Remove a user from a company.
    LeaveCompany { customer: String, user: String },
    /// Name the computer of a session.
    NameHost,
    /// End sessions first.
    EndSessions { license: String },
    /// End sessions first, or place fewer seats.
    EndSessionsOrPlaceFewer { license: String },
    /// Show the holders of the seats. `next_end` is the instant at which the next seat is free.
    ShowHolders { license: String, next_end: Option<String> },
    /// End a session of the same user.
    EndOwnSession { sessions: String },

    // Tickets.
    /// Redeem a code that is not a serial.
    RedeemCode,
    /// Compare a code with the original.
    CompareCode,
    /// Replace a lost code.
    ReissueTicket,
    /// Create another ticket.
    CreateTicket,
    /// Create a ticket for unbound files.
    AllowUnbound { licenses: Vec<String> },
    /// Write the file of a used ticket again.
    ExportRedeemed { license: Option<String> },
    /// State the day on which a ticket ends.
    ExpiresExclusive,
    /// Name the license of a ticket.
    NameLicense,

    // Containers.
    /// Create another container.
    CreateContainer,
    /// Unblock a container.
    Unblock { container: String },
    /// Unblock a lost container that was found.
    UnblockFound { container: String },
    /// Write the update that blocks a container, or unblock the container.
    UpdateOrUnblock { container: String },
    /// Receive a receipt.
    Receive,
    /// Write the next update of a container.
    WriteUpdate { container: String },
    /// Write an update instead of a recovery.
    UpdateInstead { container: String },
    /// Return a license, or recycle the dongle.
    ReturnOrRecycle { license: String, container: String },
    /// Recycle a dongle before it is reused.
    RecycleFirst { container: String },
    /// Retire a container.
    RetireContainer { container: String },
    /// Resolve a suspicion first.
    Resolve { container: String },
    /// Resolve a suspicion once its cause is known.
    ResolveOnceKnown { container: String },
    /// Give a container to another user.
    ChangeUser { container: String },
    /// List all credentials of a container.
    ListCredentials { container: String },

    // Containers of another site.
    /// Create a second site, which adopts the container.
    JoinToAdopt,
    /// Write a new context of a container.
    WriteContext { container: String },
    /// Import the update of this site at the home of a container, or report there that a license
    /// left the container.
    TellTakenOut { license: String, container: String },
    /// Import the update of this site at the home of a container, or return the license there.
    TellIssued { license: String, container: String },

    // Recoveries.
    /// Allow at least one recovery.
    CountOne,
    /// Name the container of a recovery.
    NameTarget { container: String },
    /// Omit the mark of returned hardware.
    OmitReturned,
    /// Show the recovered licenses.
    ShowRecovered { license: String, to: String, from: String },
    /// Allow recoveries, and recover the other licenses.
    GrantRecoveries { grants: Vec<RecoveryGrant>, others: usize },
    /// Reverse a later recovery first.
    ReverseFirst { recovery: String },
    /// Move a license back.
    MoveBack { from: String, to: String, is_blocked: bool },

    // Keys and sites.
    /// Create a secret key.
    CreateKey,
    /// Restore the private key file.
    RestoreKeyFile { key: String },
    /// Sign with a key that has limits.
    UseLimitedKey { key: String },
    /// Name a key.
    NameKey,
    /// Name a signing key.
    NameSigningKey,
    /// Name a signing key of an edition.
    NameKeyOfEdition { edition: &'static str },
    /// Name a key that has a scope.
    NameScopedKey,
    /// List the active keys.
    ListActiveKeys,
    /// List all keys, retired and revoked keys included.
    ListAllKeys,
    /// Set a maximum term of at least one day.
    LongerMaxTerm,
    /// Omit the kinds of files, or create a commercial key.
    OmitKinds,
    /// Keep the limits of an imported key.
    KeepLimits { key: String },
    /// Revoke more of the files of a key.
    EarlierSince,
    /// Revoke all files of a key.
    OmitSince,
    /// State the instant of the theft of a key.
    SinceIsTheft,
    /// Use the first site.
    PublishKeySet,
    /// Accept key sets at a second site.
    AcceptElsewhere,
    /// Create a second site with the new key set.
    JoinAgain,
    /// Publish the status list.
    PublishStatus,
    /// Accept the database as it is, or restore the newer database.
    AcceptDatabase { key: String },
    /// Accept a record that may be forged.
    AcceptRecord { subject: String },
    /// Show the differences of a record, and write the stated values back.
    RepairRecord { subject: String },
}

/// A list of modules that a request states.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ModuleList {
    /// All modules of a license or product, in an option.
    All,
    /// The modules that are added to a license, in an option.
    Added,
    /// All modules, in a file.
    InFile,
}

/// A grant of one recovery.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RecoveryGrant {
    /// The license.
    pub license: String,
    /// The scope: true for a recovery to the same computer.
    pub is_same_computer: bool,
}

impl Remedy {
    /// Creates a remedy that is a sentence without a command and a flag.
    pub fn advice(text: impl Into<Cow<'static, str>>) -> Remedy {
        Remedy::Advice(text.into())
    }

    /// Returns the sentence of a remedy without a command.
    pub fn as_advice(&self) -> Option<&str> {
        match self {
            Remedy::Advice(text) => Some(text),
            _ => None,
        }
    }
}
