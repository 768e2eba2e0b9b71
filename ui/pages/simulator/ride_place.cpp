// The part of ride_entry.h that is about places.
#include "ui/pages/simulator/ride_entry.h"

#include <QUrl>
#include <QUrlQuery>

namespace wemo::pages::simulator {

using wemo::pricing::BenefitEffect;

namespace {
/// One name a field, in places and in what is remembered.
struct Item {
    const char *name;
    QString RideEntry::*text;
};
const Item items[] = {
    {"product", &RideEntry::product},   {"model", &RideEntry::model},       {"tier", &RideEntry::tier},
    {"pickup", &RideEntry::pickupZone}, {"return", &RideEntry::returnZone}, {"start", &RideEntry::start},
    {"minutes", &RideEntry::minutes},   {"end", &RideEntry::end},           {"km", &RideEntry::km},
    {"hours", &RideEntry::hours},       {"credit", &RideEntry::credit}};

QString letterOf(BenefitEffect effect) {
    return effect == BenefitEffect::FreeMinutes ? "m" : effect == BenefitEffect::Percent ? "p" : "a";
}
BenefitEffect effectOf(const QString &letter) {
    return letter == u"m"   ? BenefitEffect::FreeMinutes
           : letter == u"p" ? BenefitEffect::Percent
                            : BenefitEffect::Amount;
}

void add(QUrlQuery &query, const QString &name, const QString &text) {
    if (!text.isEmpty())
        query.addQueryItem(name, QString::fromLatin1(QUrl::toPercentEncoding(text)));
}

void add(QUrlQuery &query, const QString &name, const BenefitEntry &benefit) {
    if (benefit.value.isEmpty() && benefit.code.isEmpty())
        return;
    add(query, name, benefit.value);
    add(query, name + "-effect", letterOf(benefit.effect));
    add(query, name + "-word", benefit.code);
}
} // namespace

QString toPlace(const RideEntry &entry) {
    QUrlQuery query;
    for (const Item &item : items)
        add(query, QString::fromLatin1(item.name), entry.*item.text);
    add(query, "pass", entry.pass);
    add(query, "code", entry.code);
    if (entry.otherStart)
        query.addQueryItem("other", QString::fromLatin1(QUrl::toPercentEncoding(*entry.otherStart)));
    return query.toString(QUrl::FullyEncoded);
}

RideEntry entryFromPlace(const QString &place) {
    const QUrlQuery query(place);
    const auto text = [&query](const QString &name) { return query.queryItemValue(name, QUrl::FullyDecoded); };
    RideEntry entry;
    for (const Item &item : items)
        if (query.hasQueryItem(QString::fromLatin1(item.name)))
            entry.*item.text = text(QString::fromLatin1(item.name));
    for (const auto &[name, benefit] : {std::pair("pass", &entry.pass), std::pair("code", &entry.code)}) {
        const QString item = QString::fromLatin1(name);
        benefit->value = text(item);
        benefit->code = text(item + "-word");
        if (query.hasQueryItem(item + "-effect"))
            benefit->effect = effectOf(text(item + "-effect"));
    }
    if (query.hasQueryItem("other"))
        entry.otherStart = text("other");
    return entry;
}

} // namespace wemo::pages::simulator
