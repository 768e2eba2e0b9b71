#pragma once
#include "models/sms/message_filter.h"

#include <QWidget>

#include <functional>

class QActionGroup;
class QDateTimeEdit;
class QLabel;
class QMenu;
class QToolButton;
class QUrlQuery;

namespace wemo::ui {
class FilterBar;
class SearchField;
} // namespace wemo::ui

namespace wemo::pages::sms {

/// What a person narrows the log by: a number as anyone writes it, states, and a time.
class SmsFilterBar final : public QWidget {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(SmsFilterBar)

public:
    enum class Range { Any, LastHour, Today, LastWeek, Custom };

    explicit SmsFilterBar(std::function<Instant()> now, QWidget *parent = nullptr);

    /// Presets are counted from the time of the call.
    wemo::sms::MessageFilter filter() const;
    ui::SearchField *numberField() const;
    void setSummary(const QString &text);
    /// What is wrong with the number, under it; empty when nothing is.
    void setNumberError(const QString &text);
    void clear();

    /// As a place remembers it: number, state, range, from, to. Reading it does not say `changed`.
    void writeTo(QUrlQuery &query) const;
    void readFrom(const QUrlQuery &query);

Q_SIGNALS:
    void changed();

protected:
    void changeEvent(QEvent *event) override;

private:
    void buildStates();
    void buildRange();
    void buildCustom();
    void setRange(Range range);
    void onEdited();
    void restate();
    void retranslate();
    QString stateChipText() const;

    std::function<Instant()> m_now;
    ui::FilterBar *m_bar;
    QToolButton *m_stateChip = nullptr;
    QToolButton *m_rangeChip = nullptr;
    QMenu *m_stateMenu = nullptr;
    QActionGroup *m_ranges = nullptr;
    QWidget *m_custom = nullptr;
    QDateTimeEdit *m_from = nullptr;
    QDateTimeEdit *m_to = nullptr;
    QLabel *m_fromLabel = nullptr;
    QLabel *m_toLabel = nullptr;
    QLabel *m_numberError = nullptr;
    Range m_range = Range::Any;
    bool m_quiet = false;
};

} // namespace wemo::pages::sms
