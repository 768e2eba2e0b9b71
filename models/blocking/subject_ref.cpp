#include "models/blocking/subject_ref.h"

namespace wemo::blocking {

QJsonObject toJson(const SubjectRef &subject) {
    return {{"kind", subject.kind}, {"id", subject.id}, {"masked", subject.masked}};
}

Result<SubjectRef> subjectRefFromJson(const QJsonObject &json) {
    JsonReader reader(json);
    SubjectRef subject{reader.string("kind", longestKind), reader.string("id", longestSubjectId),
                       reader.string("masked", longestMasked, 0)};
    return reader.finishLenient(std::move(subject));
}

} // namespace wemo::blocking
