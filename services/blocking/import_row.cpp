#include "services/blocking/import_row.h"

#include "models/phone/phone_number.h"
#include "services/blocking/subject_value.h"

#include <QDate>

namespace wemo::blocking {

namespace {
constexpr qsizetype shownOfLine = 200, e164Size = 13;
constexpr qsizetype decidedBy = 10; ///< characters of E.164 after which any digits make a number that exists

tl::unexpected<ImportError> wrong(const CsvRecord &record, int column, const QString &code, const QString &message) {
    return tl::unexpected(ImportError{record.line, column, code, message,
                                      QString::fromUtf8(record.raw.first(qMin(shownOfLine, record.raw.size())))});
}

QString messageOf(const QString &code) {
    static const QHash<QString, QString> messages{
        {"bad-quote", "A quote stands inside a field that is not quoted, or text after a closing one."},
        {"unclosed-quote", "A quote is opened here and never closed."},
        {"too-long", "This line is too long."},
        {"not-utf8", "This is not UTF-8. Save the file as UTF-8 and try again."}};
    return messages.value(code, "This line cannot be read.");
}

/// "0912345678", "+886912345678" → E.164, without asking whether it exists.
QString plainNumber(const QString &text) {
    const QString e164 = text.startsWith(u"09") ? "+886" + text.mid(1) : text;
    const bool isPlain = e164.size() == e164Size && e164.startsWith(u"+8869") &&
                         std::all_of(e164.begin() + 1, e164.end(), [](QChar c) { return c >= u'0' && c <= u'9'; });
    return isPlain ? e164 : QString();
}
} // namespace

std::optional<Instant> expiryFrom(const QString &text) {
    if (text.size() == 10) {
        const QDate date = QDate::fromString(text, Qt::ISODate);
        if (!date.isValid())
            return {};
        const QDateTime midnight(date.addDays(1), QTime(0, 0), Qt::OffsetFromUTC, 8 * 3'600);
        return fromMs(midnight.toMSecsSinceEpoch());
    }
    const auto instant = fromIso(text);
    return instant ? std::optional(*instant) : std::nullopt;
}

ImportResult<ImportColumns> ImportColumns::of(const CsvRecord &header) {
    if (!header.code.isEmpty())
        return wrong(header, header.faultyField, header.code, messageOf(header.code));
    ImportColumns columns;
    columns.m_count = header.fields.size();
    QSet<QString> seen;
    for (int i = 0; i < columns.m_count; ++i) {
        const QString name = QString::fromUtf8(header.fields[i]).trimmed().toLower();
        if (seen.contains(name))
            return wrong(header, i + 1, "double-column", "This column is there twice.");
        seen.insert(name);
        if (name == u"kind")
            columns.m_kind = i;
        else if (name == u"reason")
            columns.m_reason = i;
        else if (name == u"expires_at")
            columns.m_expires = i;
        else if (name == u"value")
            columns.m_values.append({BanMatch::Exact, i});
        else if (name == u"prefix" || name == u"cidr")
            columns.m_values.append({*banMatchFromString(name), i});
        else
            return wrong(header, i + 1, "unknown-column",
                         "The columns are kind, value, prefix, cidr, reason and expires_at.");
    }
    if (columns.m_kind < 0 || columns.m_values.isEmpty())
        return wrong(header, 1, "missing-column", "The first line names the columns: kind, and value, prefix or cidr.");
    return columns;
}

QString ImportColumns::cell(const CsvRecord &record, int column) const {
    return column < 0 ? QString() : QString::fromUtf8(record.fields[column]).trimmed();
}

ImportResult<ImportRow> ImportColumns::read(const CsvRecord &record, Instant now) {
    if (!record.code.isEmpty())
        return wrong(record, record.faultyField, record.code, messageOf(record.code));
    if (record.fields.size() != m_count)
        return wrong(
            record, static_cast<int>(qMin(record.fields.size(), m_count)) + 1, "wrong-count",
            QString("There are %1 fields where the first line has %2.").arg(record.fields.size()).arg(m_count));
    ImportResult<BanValue> value = valueOf(record);
    if (!value)
        return tl::unexpected(value.error());
    ImportRow row{*std::move(value), cell(record, m_reason), {}};
    if (row.reason.size() > longestReason)
        return wrong(record, m_reason + 1, "too-long", "This reason is too long.");
    if (const QString ends = cell(record, m_expires); !ends.isEmpty()) {
        row.expiresAt = expiryFrom(ends);
        if (!row.expiresAt)
            return wrong(record, m_expires + 1, "bad-time",
                         "Write a date as 2026-12-31, or a time as 2026-12-31T18:00:00+08:00.");
        if (*row.expiresAt <= now)
            return wrong(record, m_expires + 1, "past", "This time is past.");
    }
    return row;
}

ImportResult<BanValue> ImportColumns::valueOf(const CsvRecord &record) {
    const QString kind = cell(record, m_kind).toLower();
    if (!isBannableKind(kind))
        return wrong(record, m_kind + 1, "unknown-kind", "Subjects of this kind cannot be banned.");
    const std::pair<BanMatch, int> *given = nullptr;
    for (const auto &column : m_values) {
        if (cell(record, column.second).isEmpty())
            continue;
        if (given)
            return wrong(record, column.second + 1, "two-values", "A line bans one of value, prefix and cidr.");
        given = &column;
    }
    if (!given)
        return wrong(record, m_values.first().second + 1, "no-value", "There is nothing to ban in this line.");
    const QString text = cell(record, given->second);
    const bool isNumber = kind == u"number" && given->first == BanMatch::Exact;
    const Result<BanValue> value = isNumber ? numberOf(text) : banValueOf(kind, given->first, text);
    if (!value)
        return wrong(record, given->second + 1, value.error().code, value.error().message);
    return *value;
}

/// Of a million numbers few begin differently, and the end of one decides nothing: libphonenumber is asked once for
/// each beginning.
Result<BanValue> ImportColumns::numberOf(const QString &text) {
    const QString plain = plainNumber(text);
    if (!plain.isEmpty() && m_known.contains(plain.left(decidedBy)))
        return BanValue{"number", BanMatch::Exact, plain, 0, maskedValue("number", plain)};
    Result<BanValue> asked = banValueOf("number", BanMatch::Exact, text);
    if (asked && asked->value == plain)
        m_known.insert(plain.left(decidedBy));
    return asked;
}

} // namespace wemo::blocking
