#pragma once
#include "models/core/time.h"

#include <QObject>

#include <functional>
#include <optional>

class QActionGroup;
class QDateTimeEdit;
class QLabel;
class QToolButton;
class QUrlQuery;
class QWidget;

namespace wemo::pages::sms {

/// A time as a chip with presets, and a row with two clocks for one's own range. Presets are counted from the time of
/// the call; what is remembered of one is its name.
class RangeFilter final : public QObject {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(RangeFilter)

public:
    enum class Range { Any, LastHour, Today, LastWeek, LastMonth, Custom };

    RangeFilter(std::function<Instant()> now, QWidget *parent);
    QToolButton *chip() const { return m_chip; }
    QWidget *customRow() const { return m_custom; }

    std::optional<Instant> from() const;
    std::optional<Instant> to() const;
    bool isActive() const { return m_range != Range::Any; }
    /// Beside the clocks; empty when nothing is wrong.
    void setError(const QString &text);
    void clear();
    /// range, and for one's own from and to. Reading does not say `changed`.
    void writeTo(QUrlQuery &query) const;
    void readFrom(const QUrlQuery &query);
    void retranslate();

Q_SIGNALS:
    void changed();

private:
    void buildChip(QWidget *parent);
    void buildCustom(QWidget *parent);
    void setRange(Range range);

    std::function<Instant()> m_now;
    Range m_range = Range::Any;
    bool m_quiet = false;
    QToolButton *m_chip = nullptr;
    QActionGroup *m_ranges = nullptr;
    QWidget *m_custom = nullptr;
    QDateTimeEdit *m_from = nullptr;
    QDateTimeEdit *m_to = nullptr;
    QLabel *m_fromLabel = nullptr;
    QLabel *m_toLabel = nullptr;
    QLabel *m_error = nullptr;
};

} // namespace wemo::pages::sms
