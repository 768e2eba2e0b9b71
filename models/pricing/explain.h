#pragma once
#include "models/pricing/plan.h"
#include "models/pricing/quote.h"

namespace wemo::pricing {

enum class Language { Chinese, English };

/// Names for the words in a text; a code the catalog lacks is told as it is.
struct Names {
    QHash<QString, CatalogEntry> zones; ///< by code
    QString zone(const QString &code, Language language) const;
};

/// A line as it reads: "超過 6 分鐘的部分" / "Beyond 6 min", "24 min × NT$2.5", "NT$60".
struct LineText {
    QString label;
    QString detail; ///< how the amount came about; empty where the label says it all
    QString amount;
};
/// `config` is that of the line's stretch.
LineText textOf(const Line &line, const Config &config, const Ride &ride, const Names &names, Language language);

/// The whole stack as a customer service agent can read it to a rider: a sentence on the ride, a line for each step,
/// the total. Plain text, lines end in \n. One config a stretch (one for a ride that is not split); `planName` in the
/// same language.
QString explain(const Quote &quote, const std::vector<const Config *> &configs, const Ride &ride,
                const QString &planName, const Names &names, Language language);

/// "2026/11/24 22:05" by the clock of Taipei.
QString localTimeText(Instant at);
/// "NT$1,234", "NT$17.5", "−NT$5".
QString moneyText(Rate amount);

} // namespace wemo::pricing
