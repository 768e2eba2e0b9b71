// The part of error_text.h that speaks about one field.
#include "ui/widgets/error_text.h"

#include <QCoreApplication>
#include <QRegularExpression>

namespace wemo::ui {

namespace {
struct Row {
    const char *code;
    const char *text;
    const char *withLimits = nullptr; ///< said instead where the service names its limits
    int limits = 0;
};

const Row fields[] = {
    {"required", QT_TRANSLATE_NOOP("FieldText", "This is required.")},
    {"too-long", QT_TRANSLATE_NOOP("FieldText", "This is too long."),
     QT_TRANSLATE_NOOP("FieldText", "At most %1 characters."), 1},
    {"too-short", QT_TRANSLATE_NOOP("FieldText", "This is too short."),
     QT_TRANSLATE_NOOP("FieldText", "At least %1 characters."), 1},
    {"too-many", QT_TRANSLATE_NOOP("FieldText", "These are too many."),
     QT_TRANSLATE_NOOP("FieldText", "At most %1 entries."), 1},
    {"out-of-range", QT_TRANSLATE_NOOP("FieldText", "This is outside the range allowed here."),
     QT_TRANSLATE_NOOP("FieldText", "A number from %1 to %2."), 2},
    {"wrong-type", QT_TRANSLATE_NOOP("FieldText", "This is not the kind of value expected here.")},
    {"not-an-integer", QT_TRANSLATE_NOOP("FieldText", "This must be a whole number.")},
    {"not-a-number", QT_TRANSLATE_NOOP("FieldText", "This is not a phone number.")},
    {"not-mobile", QT_TRANSLATE_NOOP("FieldText", "This is not a mobile number.")},
    {"not-taiwan", QT_TRANSLATE_NOOP("FieldText", "This must be a number of Taiwan (+886).")},
    {"impossible", QT_TRANSLATE_NOOP("FieldText", "There is no such number. Check its digits.")},
    {"bad-phone-number", QT_TRANSLATE_NOOP("FieldText", "This must be a Taiwan mobile number, such as 0912 345 678.")},
    {"unknown-word", QT_TRANSLATE_NOOP("FieldText", "This is not one of the choices.")},
    {"bad-id", QT_TRANSLATE_NOOP("FieldText", "This is not an ID.")},
    {"bad-time", QT_TRANSLATE_NOOP("FieldText", "This is not a time.")},
    {"malformed-code", QT_TRANSLATE_NOOP("FieldText", "This is not a code."),
     QT_TRANSLATE_NOOP("FieldText", "The code has %1 digits."), 1},
    {"not-an-amount",
     QT_TRANSLATE_NOOP("FieldText", "This must be an amount such as 2.5, with at most four decimals.")},
    {"not-a-percentage",
     QT_TRANSLATE_NOOP("FieldText", "This must be a percentage such as 12.5, with at most two decimals.")},
    {"bad-date", QT_TRANSLATE_NOOP("FieldText", "There is no such day.")},
    {"inverted", QT_TRANSLATE_NOOP("FieldText", "It ends before it begins.")},
    {"empty", QT_TRANSLATE_NOOP("FieldText", "Nothing is in it, so it never takes effect.")},
    {"twice", QT_TRANSLATE_NOOP("FieldText", "The same is there already.")},
    {"wrong-order", QT_TRANSLATE_NOOP("FieldText", "This is not in the order it must have.")},
    {"covered-by-base", QT_TRANSLATE_NOOP("FieldText", "The flat fee covers these minutes already."),
     QT_TRANSLATE_NOOP("FieldText", "The flat fee covers the first %1 minutes already."), 1},
    {"needs-price", QT_TRANSLATE_NOOP("FieldText", "Nothing here asks for money: add a flat fee, a rate or packages.")},
    {"ambiguous",
     QT_TRANSLATE_NOOP("FieldText",
                       "Packages bring their own price: they do not go with a flat fee or rates by time or distance.")},
    {"not-a-multiple",
     QT_TRANSLATE_NOOP("FieldText", "The longer window must be a multiple of the shorter, which comes first.")},
    {"unknown-component", QT_TRANSLATE_NOOP("FieldText", "There is no component of this name.")},
    {"wrong-time-zone", QT_TRANSLATE_NOOP("FieldText", "Only Asia/Taipei is possible here.")},
    {"wrong-currency", QT_TRANSLATE_NOOP("FieldText", "Only TWD is possible here.")},
    {"unknown-column", QT_TRANSLATE_NOOP("FieldText", "There is no column of this name.")},
    {"missing-column", QT_TRANSLATE_NOOP("FieldText", "The column plan_code is missing.")},
    {"no-header", QT_TRANSLATE_NOOP("FieldText", "This column has no name in the first row.")},
    {"unknown-plan", QT_TRANSLATE_NOOP("FieldText", "No plan of this code has a price in force.")},
    {"stale-version",
     QT_TRANSLATE_NOOP("FieldText", "Another version is in force by now: export again and repeat the change."),
     QT_TRANSLATE_NOOP("FieldText", "Version %1 is in force by now: export again and repeat the change."), 1},
    {"bad-json", QT_TRANSLATE_NOOP("FieldText", "This is not the JSON that belongs here.")},
    {"repeated", QT_TRANSLATE_NOOP("FieldText", "This may be given only once.")},
    {"unknown-field", QT_TRANSLATE_NOOP("FieldText", "The service does not know this.")},
    {"unknown-parameter", QT_TRANSLATE_NOOP("FieldText", "The service does not know this.")},
};

/// The limits stand in the service's sentence only.
QStringList numbersIn(const QString &text) {
    static const QRegularExpression number(QStringLiteral("-?\\d+"));
    QStringList found;
    for (auto match = number.globalMatch(text); match.hasNext();)
        found.append(match.next().captured());
    return found;
}

QString tr(const char *text) {
    return QCoreApplication::translate("FieldText", text);
}
} // namespace

QString fieldText(const FieldError &field) {
    for (const Row &row : fields) {
        if (field.code != QLatin1StringView(row.code))
            continue;
        const QStringList numbers = numbersIn(field.message);
        if (row.limits == 0 || numbers.size() != row.limits)
            return tr(row.text);
        const QString text = tr(row.withLimits);
        return row.limits == 1 ? text.arg(numbers.at(0)) : text.arg(numbers.at(0), numbers.at(1));
    }
    const QString wrong = QCoreApplication::translate("FieldText", "This is not right.");
    return field.message.isEmpty() ? wrong : wrong + ' ' + field.message;
}

QStringList knownFieldCodes() {
    QStringList codes;
    for (const Row &row : fields)
        codes.append(QString::fromLatin1(row.code));
    return codes;
}

} // namespace wemo::ui
