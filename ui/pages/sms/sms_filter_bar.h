#pragma once
#include "models/sms/message_filter.h"
#include "ui/pages/sms/search_kind.h"
#include "ui/widgets/choice_chip.h"

#include <QWidget>

#include <functional>

class QActionGroup;
class QLabel;
class QUrlQuery;
class QVBoxLayout;

namespace wemo::ui {
class FilterBar;
class SearchField;
} // namespace wemo::ui

namespace wemo::pages::sms {

class RangeFilter;

/// What a person narrows the log by: a number as anyone writes it or an id, states, a time, and under "More filters"
/// reasons, gateways, kinds and templates.
class SmsFilterBar final : public QWidget {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(SmsFilterBar)

public:
    explicit SmsFilterBar(std::function<Instant()> now, QWidget *parent = nullptr);

    /// Presets are counted from the time of the call.
    wemo::sms::MessageFilter filter() const;
    bool isEmpty() const;
    ui::SearchField *searchField() const;
    /// A chip of the page's own beside Clear, and a row of its own under the bar.
    void addChip(QToolButton *chip);
    void addRow(QWidget *row);
    void setGateways(const QStringList &names);
    void setTemplates(const QStringList &names);
    void setSummary(const QString &text);
    /// What is wrong with a parameter, beside its field; empty when nothing is.
    void setNumberError(const QString &text);
    void setRangeError(const QString &text);
    void clear();

    /// As a place remembers it: the names of the query, and range. Reading it does not say `changed`.
    void writeTo(QUrlQuery &query) const;
    void readFrom(const QUrlQuery &query);

Q_SIGNALS:
    void changed();
    /// A message's id was typed: it is one message, no filter.
    void messageTyped(Id id);

protected:
    void changeEvent(QEvent *event) override;

private:
    void build();
    void buildKind();
    void buildMore();
    void fillChoices();
    void onTyped();
    void onEdited();
    void setKind(SearchKind kind);
    void restate();
    void retranslate();
    QList<ui::ChoiceChip *> moreChips() const { return {m_reasons, m_gateways, m_purposes, m_templates}; }

    ui::FilterBar *m_bar;
    QVBoxLayout *m_column = nullptr;
    QLabel *m_numberError = nullptr;
    QToolButton *m_kindChip = nullptr;
    QActionGroup *m_kinds = nullptr;
    SearchKind m_kind = SearchKind::Number;
    ui::ChoiceChip *m_states;
    RangeFilter *m_range;
    QToolButton *m_moreToggle = nullptr;
    QWidget *m_more = nullptr;
    ui::ChoiceChip *m_reasons = nullptr;
    ui::ChoiceChip *m_gateways = nullptr;
    ui::ChoiceChip *m_purposes = nullptr;
    ui::ChoiceChip *m_templates = nullptr;
    QStringList m_gatewayNames;
    QStringList m_templateNames;
};

} // namespace wemo::pages::sms
