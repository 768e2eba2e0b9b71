#pragma once
#include "ui/pages/pricing/catalog_names.h"
#include "ui/pages/timeline/board.h"

#include <QWidget>

#include <functional>

class QToolButton;

namespace wemo::ui {
class FilterBar;
}

namespace wemo::pages::timeline {

/// Text, product, model, zone and status above the timeline.
class TimelineFilterBar final : public QWidget {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(TimelineFilterBar)

public:
    explicit TimelineFilterBar(QWidget *parent = nullptr);
    void setNames(const pricing::CatalogNames &names);
    const PlanFilter &filter() const { return m_filter; }
    /// Says nothing.
    void setFilter(const PlanFilter &filter);
    void setList(QWidget *list);
    void focusField();

Q_SIGNALS:
    void changed();

protected:
    void changeEvent(QEvent *event) override;

private:
    void follow();
    void fillChip(QToolButton *chip, const QString &kind, QString PlanFilter::*member);
    void fillStatus();
    void choose(QToolButton *chip, const QString &text, bool isChosen, const std::function<void()> &set);

    pricing::CatalogNames m_names;
    PlanFilter m_filter;
    ui::FilterBar *m_bar;
    QToolButton *m_product;
    QToolButton *m_model;
    QToolButton *m_zone;
    QToolButton *m_status;
};

} // namespace wemo::pages::timeline
