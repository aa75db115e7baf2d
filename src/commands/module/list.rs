//! `module list`: lists the modules as a tree.

use crate::cli::context::CommandContext;
use crate::cli::outcome::Outcome;
use crate::domain::module::{Module, ModuleInTree, tree};
use crate::domain::name::Slug;
use crate::ops::answer::Columns as _;
use crate::ops::error::Result;
use crate::ops::lookup;
use crate::ops::module::answer::ModuleAnswer;

/// List the modules of a product as a tree
#[derive(Debug, clap::Args)]
#[command(after_help = "Example:\n  licentia module list work-management")]
pub struct Args {
    /// Product code
    product: Slug,
}

pub fn run(args: &Args, context: &mut CommandContext<'_>) -> Result<Outcome> {
    let home = context.home()?;
    let product = lookup::product(home.reader(), &args.product)?;
    let modules = home.reader().list_modules(&product.code)?;
    let in_tree = tree(&modules);
    let answer = |depth: usize, module: &Module| {
        let (product, module) = (product.code.clone(), module.clone());
        ModuleAnswer::of(&ModuleInTree { product, module, depth })
    };
    let answers: Vec<_> = in_tree.iter().map(|(depth, module)| answer(*depth, module)).collect();
    let text = format!("{} ({})\n{}", product.code, product.name, drawn(&in_tree));
    Ok(Outcome::answers_text(answers, ModuleAnswer::COLUMNS, text))
}

fn drawn(in_tree: &[(usize, &Module)]) -> String {
    let mut text = String::new();
    // For each smaller depth: true if its branch continues below this line.
    let mut open: Vec<bool> = Vec::new();
    for (index, (depth, module)) in in_tree.iter().enumerate() {
        let more = in_tree
            .iter()
            .skip(index + 1)
            .take_while(|(other, _)| other >= depth)
            .any(|(other, _)| other == depth);
        open.truncate(*depth);
        for goes_on in &open {
            text += if *goes_on { "│   " } else { "    " };
        }
        text += if more { "├── " } else { "└── " };
        open.push(more);
        text += module.code.as_str();
        if let Some(name) = &module.name {
            text += &format!("  {name}");
        }
        text.push('\n');
    }
    text
}
