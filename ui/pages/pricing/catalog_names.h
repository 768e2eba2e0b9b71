#pragma once
#include "models/pricing/explain.h"

namespace wemo::pages::pricing {

/// The language of the console now, as models/pricing knows it.
wemo::pricing::Language currentLanguage();
/// The plan's name in the language of the console; its code where it has none.
QString planName(const wemo::pricing::Plan &plan);

/// What the words of the catalog (models, zones, tiers, products) are called in the language of the console. Looked up
/// at the time of asking, so a change of language needs only a repaint.
class CatalogNames final {
public:
    CatalogNames() = default;
    explicit CatalogNames(const QList<wemo::pricing::CatalogEntry> &entries);

    /// A code the catalog lacks is told as it is.
    QString model(const QString &code) const { return name(QStringLiteral("model"), code); }
    QString zone(const QString &code) const { return name(QStringLiteral("zone"), code); }
    QString tier(const QString &code) const { return name(QStringLiteral("tier"), code); }
    QString product(const QString &code) const { return name(QStringLiteral("product"), code); }
    /// `kind` is model, zone, tier or product. An empty code is "any …" of that kind.
    QString name(const QString &kind, const QString &code) const;
    /// The entries of one kind, in the order of the catalog.
    QList<wemo::pricing::CatalogEntry> entries(const QString &kind) const;
    /// For explain(): zones by code.
    const wemo::pricing::Names &forExplaining() const { return m_names; }
    /// "WeMo CANDY · Taipei · 24 or less": whom a plan applies to; "Everyone" where it names nothing.
    QString appliesTo(const wemo::pricing::Plan &plan) const;

private:
    QList<wemo::pricing::CatalogEntry> m_entries;
    wemo::pricing::Names m_names;
};

} // namespace wemo::pages::pricing
