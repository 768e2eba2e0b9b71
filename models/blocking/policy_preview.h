#pragma once
#include "models/blocking/subject_ref.h"

#include <QDate>
#include <QList>

namespace wemo::blocking {

/// One day of Taipei.
struct PreviewDay {
    QDate day; ///< "2026-11-25"
    qint64 decisions = 0;
    qint64 refused = 0;
    bool operator==(const PreviewDay &) const = default;
};

struct PreviewExample {
    SubjectRef subject;
    Instant firstAt{};
    qint64 refused = 0;
    bool operator==(const PreviewExample &) const = default;
};

/// Who would have been blocked by a policy over the last days.
struct PolicyPreview {
    int days = 0;
    qint64 decisions = 0;
    qint64 wouldBlock = 0; ///< of the decisions
    qint64 subjects = 0;
    QList<PreviewDay> byDay;
    QList<PreviewExample> examples;
};

QJsonObject toJson(const PolicyPreview &preview);
Result<PolicyPreview> policyPreviewFromJson(const QJsonObject &json);

} // namespace wemo::blocking
