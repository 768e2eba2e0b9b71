#include "services/sms/message_scope.h"

#include "services/phone/parse.h"
#include "services/runtime/seal.h"

namespace wemo::sms {

namespace {
void addOne(MessageScope &scope, const char *name, const QVariant &value) {
    scope.dimensions.append({QString::fromLatin1(name), {value}, true});
}

void addWords(MessageScope &scope, const char *name, const QStringList &words) {
    QVariantList values;
    for (const QString &word : words)
        if (!values.contains(word))
            values.append(word);
    if (!values.isEmpty())
        scope.dimensions.append({QString::fromLatin1(name), values, false});
}

template <typename Value>
QStringList namesOf(const QList<Value> &values) {
    QStringList names;
    for (const Value value : values)
        names.append(toString(value));
    return names;
}

Result<QByteArray> hashOf(const QString &written, const QByteArray &lookupKey) {
    const Result<phone::PhoneNumber> number = phone::parse(written);
    if (number)
        return runtime::hmac(number->e164().toLatin1(), lookupKey);
    Error error = number.error();
    error.fields = {{"number", error.code, error.message}};
    return failure(std::move(error));
}
} // namespace

Result<MessageScope> scopeOf(const MessageFilter &filter, const QByteArray &lookupKey) {
    MessageScope scope;
    if (!filter.number.isEmpty()) {
        const Result<QByteArray> hash = hashOf(filter.number, lookupKey);
        if (!hash)
            return Failure(hash.error());
        addOne(scope, "number", *hash);
    }
    if (!filter.batch.isEmpty())
        addOne(scope, "batch", filter.batch);
    if (!filter.request.isEmpty())
        addOne(scope, "request", filter.request);
    addWords(scope, "reason", filter.reasons);
    addWords(scope, "state", namesOf(filter.states));
    addWords(scope, "template", filter.templates);
    addWords(scope, "purpose", namesOf(filter.purposes));
    addWords(scope, "gateway", filter.gateways);
    if (filter.from)
        scope.from = firstIdAt(*filter.from);
    if (filter.to)
        scope.to = firstIdAt(*filter.to);
    return scope;
}

} // namespace wemo::sms
