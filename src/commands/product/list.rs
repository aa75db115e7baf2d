//! `product list`

use crate::cli::arguments::Page;
use crate::cli::context::CommandContext;
use crate::cli::outcome::Outcome;
use crate::domain::name::Slug;
use crate::ops::answer::Columns as _;
use crate::ops::error::Result;
use crate::ops::lookup;
use crate::ops::product::answer::ProductAnswer;

/// List the products, oldest first
#[derive(Debug, clap::Args)]
#[command(after_help = "Example:\n  licentia product list --all")]
pub struct Args {
    /// Include retired products
    #[arg(long)]
    all: bool,
    #[command(flatten)]
    page: Page,
}

pub fn run(args: &Args, context: &mut CommandContext<'_>) -> Result<Outcome> {
    let home = context.home()?;
    let after: Option<Slug> = args.page.after.as_deref().map(str::parse).transpose()?;
    after.as_ref().map(|code| lookup::product(home.reader(), code)).transpose()?;
    let things =
        home.reader().list_products(after.as_ref(), args.all, args.page.limit)?.into_iter().map(
            |product| {
                let requires: Vec<&str> = product.requires.iter().map(Slug::as_str).collect();
                let retired =
                    args.all.then(|| product.retired_at.clone().unwrap_or_else(|| "-".into()));
                let row = [
                    product.code.as_str(),
                    product.name.as_str(),
                    product.kind.as_str(),
                    &requires.join(", "),
                ];
                (
                    ProductAnswer::of(&product),
                    row.map(str::to_owned).into_iter().chain(retired).collect(),
                )
            },
        );
    let columns: &[&str] = if args.all {
        &["code", "name", "kind", "requires", "retired"]
    } else {
        &["code", "name", "kind", "requires"]
    };
    Ok(Outcome::many(
        columns,
        ProductAnswer::COLUMNS,
        "no products; `licentia product add` adds a product, --all includes retired products",
        things.collect(),
    ))
}
