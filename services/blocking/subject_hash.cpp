#include "services/blocking/subject_hash.h"

#include "services/runtime/seal.h"

namespace wemo::blocking {

namespace {
constexpr qsizetype hashSize = 16;
}

QByteArray subjectHash(const QString &kind, const QString &value, const QByteArray &lookupKey) {
    return runtime::hmac("subject\n" + kind.toUtf8() + '\n' + value.toUtf8(), lookupKey).first(hashSize);
}

} // namespace wemo::blocking
