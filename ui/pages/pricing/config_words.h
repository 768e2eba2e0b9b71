#pragma once
#include "ui/pages/pricing/catalog_names.h"

namespace wemo::pages::pricing {

/// What the parts of a config are called in the language of the console. A word nobody knows here is told as it is.
QString componentTitle(const QString &word); ///< "Flat fee"
QString componentHint(const QString &word);  ///< one sentence on what it does
QString fieldLabel(const QString &component, const QString &key);
QString choiceLabel(const QString &key, const QString &word);
QString weekdayLabel(const QString &word); ///< "Mon"
QString benefitLabel(const QString &word); ///< pass, code, credit
QString addRowLabel(const QString &component);

/// A path of differences() ("components.time.segments[0].rate") in words: "Time rates 1, rate".
QString pathWords(const QString &path);
/// A value beside such a path: "NT$2.5", "Taipei", "Mon"; empty stays empty.
QString valueWords(const QString &path, const QString &value, const CatalogNames &names);

/// What differs between two configs, as it is read: fields in the order of the form, the entries of a list together.
struct ChangeWords {
    QString field;
    QString before; ///< empty = not there
    QString after;
};
QList<ChangeWords> changeWords(const wemo::pricing::Config &before, const wemo::pricing::Config &after,
                               const CatalogNames &names);

} // namespace wemo::pages::pricing
