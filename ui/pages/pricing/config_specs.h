#pragma once
#include <QJsonObject>
#include <QStringList>

#include <vector>

namespace wemo::pages::pricing {

/// What kind of text a field of a config takes.
enum class FieldKind {
    Money,    ///< TWD with up to four decimals
    Whole,    ///< a whole number; kept as typed until it is one
    Clock,    ///< "07:30"
    Text,     ///< anything
    Zone,     ///< a code of the catalog, empty = any
    Choice,   ///< a word, see choicesOf()
    Weekdays, ///< several words
    Amount,   ///< money or percent, by the effect of the rule
};

struct FieldSpec {
    const char *key; ///< of the JSON
    FieldKind kind;
    bool mayBeMissing = false; ///< an empty text leaves it out
};

/// One kind of component: fields of its own, or rows of the same fields below `rows`.
struct ComponentSpec {
    const char *word;
    const char *rows; ///< "segments"; nullptr = no rows
    std::vector<FieldSpec> fields;
};
/// In the order of the stack.
const std::vector<ComponentSpec> &componentSpecs();
const ComponentSpec *specOf(const QString &word);
/// The words of a choice or of the weekdays, in their order.
QStringList choicesOf(const QString &key);

/// 0 = first; a word nobody knows comes last.
std::size_t placeInStack(const QString &word);
/// As they are added: valid where the component has nothing else to go by.
QJsonObject freshComponent(const ComponentSpec &spec);
QJsonObject freshRow(const QString &word);

} // namespace wemo::pages::pricing
