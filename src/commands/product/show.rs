//! `product show`

use crate::cli::context::CommandContext;
use crate::cli::outcome::Outcome;
use crate::domain::name::Slug;
use crate::ops::error::Result;
use crate::ops::lookup;
use crate::ops::product::answer::{ProductAnswer, ProductDetails};

/// Show a product
#[derive(Debug, clap::Args)]
#[command(after_help = "Example:\n  licentia product show work-management")]
pub struct Args {
    /// Product code
    code: Slug,
}

pub fn run(args: &Args, context: &mut CommandContext<'_>) -> Result<Outcome> {
    let home = context.home()?;
    let product = lookup::product(home.reader(), &args.code)?;
    let modules = home.reader().list_modules(&product.code)?.len();
    let product_answer = ProductAnswer::of(&product);
    let words = |words: &[&str]| {
        if words.is_empty() { "-".to_owned() } else { words.join(", ") }
    };
    let requires: Vec<&str> = product.requires.iter().map(Slug::as_str).collect();
    let terms = serde_json::to_value(&product.terms).unwrap_or_default();
    let terms: Vec<String> = terms
        .as_object()
        .into_iter()
        .flatten()
        .map(|(name, value)| {
            format!("{name} {}", value.as_str().map_or_else(|| value.to_string(), str::to_owned))
        })
        .collect();
    let mut fields = vec![
        ("code", product.code.to_string()),
        ("name", product.name.to_string()),
        ("kind", product.kind.as_str().to_owned()),
        (
            "log-in",
            if product.allow_login { "a license can be the log-in of a user" } else { "-" }
                .to_owned(),
        ),
        ("requires", words(&requires)),
        ("containers", words(&product_answer.containers)),
        ("renewal URL", product.renew_url.as_ref().map_or_else(|| "-".into(), ToString::to_string)),
        ("terms", if terms.is_empty() { "-".into() } else { terms.join(", ") }),
        ("modules", modules.to_string()),
        ("added", product.created_at.clone()),
    ];
    if let Some(at) = &product.retired_at {
        fields.push(("retired", at.clone()));
    }
    Ok(Outcome::one(ProductDetails { product: product_answer, modules }, fields))
}
