#include "models/sms/message_filter.h"

namespace wemo::sms {

namespace {
constexpr int maxWords = 50, maxWord = 100, maxId = 200, maxNumber = 40;

/// A literal + in a query reads as a space at the other end, so it is escaped here.
void addText(QUrlQuery &query, const char *name, const QString &text) {
    if (!text.isEmpty())
        query.addQueryItem(QString::fromLatin1(name), QString::fromLatin1(QUrl::toPercentEncoding(text)));
}

void addWords(QUrlQuery &query, const char *name, const QStringList &words) {
    if (!words.isEmpty())
        query.addQueryItem(QString::fromLatin1(name), words.join(u','));
}

template <typename Value>
QStringList namesOf(const QList<Value> &values) {
    QStringList names;
    for (const Value value : values)
        names.append(toString(value));
    return names;
}

/// Takes the parameters one by one and collects what is wrong with them.
class Reader {
public:
    explicit Reader(const QUrlQuery &query)
        : m_query(query) {}

    QString text(const char *name, int maxLength) {
        const QString value = m_query.queryItemValue(QString::fromLatin1(name), QUrl::FullyDecoded).trimmed();
        if (value.size() > maxLength)
            fail(name, "too-long", QString("At most %1 characters.").arg(maxLength));
        return value;
    }

    QStringList words(const char *name) {
        QStringList words = text(name, maxWords * (maxWord + 1)).split(u',', Qt::SkipEmptyParts);
        words.removeDuplicates();
        if (words.size() > maxWords)
            fail(name, "too-many", QString("At most %1 words.").arg(maxWords));
        for (const QString &word : std::as_const(words))
            if (word.size() > maxWord)
                fail(name, "too-long", QString("At most %1 characters.").arg(maxWord));
        return words;
    }

    template <typename Parse>
    auto words(const char *name, Parse parse, const char *unknown) {
        QList<typename decltype(parse(QStringView()))::value_type> values;
        for (const QString &word : words(name)) {
            if (const auto value = parse(QStringView(word)))
                values.append(*value);
            else
                fail(name, "unknown-word", QString::fromLatin1(unknown));
        }
        return values;
    }

    std::optional<Instant> instant(const char *name) {
        const QString value = text(name, maxWord);
        if (value.isEmpty())
            return std::nullopt;
        const Result<Instant> at = fromIso(value);
        if (!at)
            fail(name, at.error().code, at.error().message);
        return at ? std::optional(*at) : std::nullopt;
    }

    void fail(const char *name, const QString &code, const QString &message) {
        m_errors.append({QString::fromLatin1(name), code, message});
    }
    const QList<FieldError> &errors() const { return m_errors; }

private:
    const QUrlQuery &m_query;
    QList<FieldError> m_errors;
};
} // namespace

void appendTo(QUrlQuery &query, const MessageFilter &filter) {
    addText(query, "number", filter.number);
    addWords(query, "state", namesOf(filter.states));
    addWords(query, "reason", filter.reasons);
    addWords(query, "gateway", filter.gateways);
    addWords(query, "purpose", namesOf(filter.purposes));
    addWords(query, "template", filter.templates);
    addText(query, "batch", filter.batch);
    addText(query, "request", filter.request);
    if (filter.from)
        query.addQueryItem("from", toIso(*filter.from));
    if (filter.to)
        query.addQueryItem("to", toIso(*filter.to));
}

Result<MessageFilter> messageFilterFromQuery(const QUrlQuery &query) {
    Reader reader(query);
    MessageFilter filter;
    filter.number = reader.text("number", maxNumber);
    filter.states = reader.words("state", deliveryStateFromString, "No delivery state has this name.");
    filter.reasons = reader.words("reason");
    filter.gateways = reader.words("gateway");
    filter.purposes = reader.words("purpose", purposeFromString, "No purpose has this name.");
    filter.templates = reader.words("template");
    filter.batch = reader.text("batch", maxId);
    filter.request = reader.text("request", maxId);
    filter.from = reader.instant("from");
    filter.to = reader.instant("to");
    if (filter.from && filter.to && *filter.from >= *filter.to)
        reader.fail("to", "out-of-range", "The end must be after the start.");
    if (reader.errors().isEmpty())
        return filter;
    Error error{ErrorKind::InvalidInput, "invalid-fields", "Some fields are wrong.", {}};
    error.fields = reader.errors();
    return failure(std::move(error));
}

} // namespace wemo::sms
