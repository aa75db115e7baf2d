//! Products and their modules.

use rusqlite::{Row, named_params};

use crate::domain::audit::record::PolicyRecord;
use crate::domain::module::Module;
use crate::domain::name::{Name, Slug, Url};
use crate::domain::product::{ContainerKind, Product};
use crate::store::{Reader, Result, Transaction, at_most, json, optional, stored, word};

impl Reader<'_> {
    /// Returns the product with this code.
    pub fn find_product(&self, code: &Slug) -> Result<Option<Product>> {
        let mut row = self.connection.prepare_cached(
            "SELECT code, name, kind, allow_login, containers, renew_url, terms, retired_at, created_at, recovery,
                    (SELECT json_group_array(code) FROM (SELECT other.code FROM product_requires
                       JOIN product AS other ON other.id = requires_id WHERE product_id = product.id ORDER BY other.id) AS required)
             FROM product WHERE code = :code",
        )?;
        optional(row.query_row(named_params! { ":code": code.as_str() }, read_product))
    }

    /// Returns the products after a code, oldest first. Retired products are included only with
    /// `all`.
    pub fn list_products(
        &self,
        after: Option<&Slug>,
        all: bool,
        limit: Option<u32>,
    ) -> Result<Vec<Product>> {
        let mut rows = self.connection.prepare_cached(
            "SELECT code, name, kind, allow_login, containers, renew_url, terms, retired_at, created_at, recovery,
                    (SELECT json_group_array(code) FROM (SELECT other.code FROM product_requires
                       JOIN product AS other ON other.id = requires_id WHERE product_id = product.id ORDER BY other.id) AS required)
             FROM product WHERE id > coalesce((SELECT id FROM product WHERE code = :after), 0) AND (:all OR retired_at IS NULL)
             ORDER BY id LIMIT :limit",
        )?;
        let rows = rows.query_map(
            named_params! { ":after": after.map(Slug::as_str), ":all": all, ":limit": at_most(limit) },
            read_product,
        )?;
        Ok(rows.collect::<rusqlite::Result<_>>()?)
    }

    /// Returns the codes of the products that require this one.
    pub fn list_requiring(&self, code: &Slug) -> Result<Vec<String>> {
        self.texts(
            "SELECT product.code FROM product_requires JOIN product ON product.id = product_id
                                                       JOIN product AS base ON base.id = requires_id
             WHERE base.code = :code ORDER BY product.id",
            named_params! { ":code": code.as_str() },
        )
    }

    /// Returns the serials of the licenses that grant a module, oldest first.
    pub fn list_licenses_granting(&self, product: &Slug, module: &Slug) -> Result<Vec<String>> {
        self.texts(
            "SELECT serial FROM license
             WHERE id IN (SELECT license_id FROM license_module JOIN module ON module.id = module_id
                            JOIN product ON product.id = module.product_id WHERE product.code = :product AND module.code = :module)
             ORDER BY id",
            named_params! { ":product": product.as_str(), ":module": module.as_str() },
        )
    }

    /// Returns the serials of the licenses that grant a module without `parent`, or for longer than
    /// `parent`, oldest first. In these licenses the module cannot become a child of `parent`.
    pub fn list_licenses_granting_without(
        &self,
        product: &Slug,
        module: &Slug,
        parent: &Slug,
    ) -> Result<Vec<String>> {
        self.texts(
            "SELECT serial FROM product
               JOIN module ON module.product_id = product.id AND module.code = :module
               JOIN license_module AS own ON own.module_id = module.id
               JOIN license ON license.id = own.license_id
               JOIN module AS parent ON parent.product_id = product.id AND parent.code = :parent
               LEFT JOIN license_module AS above ON above.license_id = license.id AND above.module_id = parent.id
             WHERE product.code = :product
               AND (above.license_id IS NULL OR above.ends IS NOT NULL AND (own.ends IS NULL OR own.ends > above.ends))
             ORDER BY license.id",
            named_params! { ":product": product.as_str(), ":module": module.as_str(), ":parent": parent.as_str() },
        )
    }

    /// Returns the modules of a product in the order in which they were added.
    pub fn list_modules(&self, product: &Slug) -> Result<Vec<Module>> {
        let mut rows = self.connection.prepare_cached(
            "SELECT module.code, module.name, parent.code, module.created_at
             FROM module JOIN product ON product.id = module.product_id
                         LEFT JOIN module AS parent ON parent.id = module.parent_id
             WHERE product.code = :product ORDER BY module.id",
        )?;
        let rows = rows.query_map(named_params! { ":product": product.as_str() }, |row| {
            Ok(Module {
                code: Slug::stored(row.get(0)?),
                name: row.get::<_, Option<String>>(1)?.map(Name::stored),
                parent: row.get::<_, Option<String>>(2)?.map(Slug::stored),
                created_at: row.get(3)?,
            })
        })?;
        Ok(rows.collect::<rusqlite::Result<_>>()?)
    }
}

impl Transaction<'_> {
    /// Inserts a new product. The products that it requires must exist.
    pub fn insert_product(&self, product: &Product) -> Result<()> {
        let containers: Vec<&str> = product.containers.iter().map(|kind| kind.as_str()).collect();
        self.write(
            "INSERT INTO product (code, name, kind, allow_login, containers, renew_url, terms, recovery, created_at)
             VALUES (:code, :name, :kind, :allow_login, :containers, :renew_url, :terms, :recovery, :created_at)",
            named_params! {
                ":code": product.code.as_str(), ":name": product.name.as_str(),
                ":kind": product.kind.as_str(),
                ":allow_login": product.allow_login, ":containers": json(&containers)?,
                ":renew_url": product.renew_url.as_ref().map(Url::as_str),
                ":terms": json(&product.terms)?, ":recovery": json(&product.recovery)?,
                ":created_at": product.created_at,
            },
        )?;
        self.record(&PolicyRecord { product: product.code.as_str(), recovery: &product.recovery });
        product.requires.iter().try_for_each(|base| self.insert_required(&product.code, base))
    }

    fn insert_required(&self, product: &Slug, base: &Slug) -> Result<()> {
        self.write(
            "INSERT INTO product_requires (product_id, requires_id)
             SELECT product.id, base.id
             FROM product JOIN product AS base ON base.code = :base WHERE product.code = :product",
            named_params! { ":product": product.as_str(), ":base": base.as_str() },
        )
    }

    /// Updates a product. The code does not change.
    pub fn set_product(&self, before: &Product, after: &Product) -> Result<()> {
        let containers: Vec<&str> = after.containers.iter().map(|kind| kind.as_str()).collect();
        self.write(
            "UPDATE product SET name = :name, kind = :kind, allow_login = :allow_login, containers = :containers,
                                renew_url = :renew_url, terms = :terms, recovery = :recovery, retired_at = :retired_at
             WHERE code = :code",
            named_params! {
                ":code": after.code.as_str(), ":name": after.name.as_str(),
                ":kind": after.kind.as_str(),
                ":allow_login": after.allow_login, ":containers": json(&containers)?,
                ":renew_url": after.renew_url.as_ref().map(Url::as_str),
                ":terms": json(&after.terms)?, ":recovery": json(&after.recovery)?,
                ":retired_at": after.retired_at,
            },
        )?;
        if before.recovery != after.recovery {
            let (product, recovery) = (after.code.as_str(), &after.recovery);
            self.record(&PolicyRecord { product, recovery });
        }
        for base in before.requires.iter().filter(|base| !after.requires.contains(base)) {
            self.write(
                "DELETE FROM product_requires
                 WHERE product_id = (SELECT id FROM product WHERE code = :product)
                   AND requires_id = (SELECT id FROM product WHERE code = :base)",
                named_params! { ":product": after.code.as_str(), ":base": base.as_str() },
            )?;
        }
        let added = after.requires.iter().filter(|base| !before.requires.contains(base));
        added.into_iter().try_for_each(|base| self.insert_required(&after.code, base))
    }

    /// Updates a module. The code does not change.
    pub fn set_module(&self, product: &Slug, module: &Module) -> Result<()> {
        self.write(
            "UPDATE module SET name = :name,
                    parent_id = (SELECT parent.id FROM module AS parent WHERE parent.product_id = module.product_id AND parent.code = :parent)
             WHERE code = :code AND product_id = (SELECT id FROM product WHERE code = :product)",
            named_params! {
                ":product": product.as_str(), ":parent": module.parent.as_ref().map(Slug::as_str),
                ":code": module.code.as_str(),
                ":name": module.name.as_ref().map(Name::as_str),
            },
        )
    }

    /// Deletes a module that no row refers to.
    pub fn delete_module(&self, product: &Slug, module: &Slug) -> Result<()> {
        self.write(
            "DELETE FROM module WHERE code = :code AND product_id = (SELECT id FROM product WHERE \
             code = :product)",
            named_params! { ":product": product.as_str(), ":code": module.as_str() },
        )
    }

    /// Inserts a new module.
    pub fn insert_module(&self, product: &Slug, module: &Module) -> Result<()> {
        self.write(
            "INSERT INTO module (product_id, parent_id, code, name, created_at)
             SELECT id, (SELECT parent.id FROM module AS parent WHERE parent.product_id = product.id AND parent.code = :parent),
                    :code, :name, :created_at
             FROM product WHERE code = :product",
            named_params! {
                ":product": product.as_str(), ":parent": module.parent.as_ref().map(Slug::as_str),
                ":code": module.code.as_str(),
                ":name": module.name.as_ref().map(Name::as_str), ":created_at": module.created_at,
            },
        )
    }
}

fn read_product(row: &Row<'_>) -> rusqlite::Result<Product> {
    let kinds: Vec<String> = stored(&row.get::<_, String>(4)?)?;
    let requires: Vec<String> = stored(&row.get::<_, String>(10)?)?;
    Ok(Product {
        code: Slug::stored(row.get(0)?),
        name: Name::stored(row.get(1)?),
        kind: word(&row.get::<_, String>(2)?)?,
        allow_login: row.get(3)?,
        requires: requires.into_iter().map(Slug::stored).collect(),
        containers: ContainerKind::ALL
            .into_iter()
            .filter(|kind| kinds.iter().any(|name| name == kind.as_str()))
            .collect(),
        renew_url: row.get::<_, Option<String>>(5)?.map(Url::stored),
        terms: stored(&row.get::<_, String>(6)?)?,
        recovery: stored(&row.get::<_, String>(9)?)?,
        retired_at: row.get(7)?,
        created_at: row.get(8)?,
    })
}
