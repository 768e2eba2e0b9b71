#include "ui/pages/pricing/catalog_names.h"

#include <QCoreApplication>
#include <QLocale>

namespace wemo::pages::pricing {

using namespace wemo::pricing;

namespace {
QString inLanguage(const QString &zh, const QString &en, const QString &code) {
    const bool chinese = currentLanguage() == Language::Chinese;
    const QString &first = chinese ? zh : en;
    const QString &second = chinese ? en : zh;
    return !first.isEmpty() ? first : !second.isEmpty() ? second : code;
}

QString anyOf(const QString &kind) {
    if (kind == QLatin1StringView("model"))
        return QCoreApplication::translate("Pricing", "Any model");
    if (kind == QLatin1StringView("zone"))
        return QCoreApplication::translate("Pricing", "Any zone");
    if (kind == QLatin1StringView("tier"))
        return QCoreApplication::translate("Pricing", "Any rider");
    return QCoreApplication::translate("Pricing", "Any product");
}
} // namespace

Language currentLanguage() {
    return QLocale().language() == QLocale::Chinese ? Language::Chinese : Language::English;
}

QString planName(const Plan &plan) {
    return inLanguage(plan.nameZh, plan.nameEn, plan.code);
}

CatalogNames::CatalogNames(const QList<CatalogEntry> &entries)
    : m_entries(entries) {
    for (const CatalogEntry &entry : entries)
        if (entry.kind == QLatin1StringView("zone"))
            m_names.zones.insert(entry.code, entry);
}

QString CatalogNames::name(const QString &kind, const QString &code) const {
    if (code.isEmpty())
        return anyOf(kind);
    for (const CatalogEntry &entry : m_entries)
        if (entry.kind == kind && entry.code == code)
            return inLanguage(entry.nameZh, entry.nameEn, code);
    return code;
}

QList<CatalogEntry> CatalogNames::entries(const QString &kind) const {
    QList<CatalogEntry> found;
    for (const CatalogEntry &entry : m_entries)
        if (entry.kind == kind)
            found.append(entry);
    return found;
}

QString CatalogNames::appliesTo(const Plan &plan) const {
    QStringList parts;
    if (!plan.model.isEmpty())
        parts.append(model(plan.model));
    if (!plan.zone.isEmpty())
        parts.append(zone(plan.zone));
    if (!plan.tier.isEmpty())
        parts.append(tier(plan.tier));
    return parts.isEmpty() ? QCoreApplication::translate("Pricing", "Everyone") : parts.join(QStringLiteral(" · "));
}

} // namespace wemo::pages::pricing
