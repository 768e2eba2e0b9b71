#pragma once
#include "ui/pages/delivery/delivery_watch.h"
#include "ui/shell/page.h"

class QAbstractButton;
class QActionGroup;
class QButtonGroup;
class QLabel;
class QScrollArea;
class QStackedWidget;
class QToolButton;

namespace wemo::ui {
class EmptyState;
class ListTable;
class MessageBar;
class SkeletonLoading;
} // namespace wemo::ui

namespace wemo::pages::delivery {

class AlarmList;
class BreakdownModel;
class DeliveryCharts;
class DeliveryFunnel;
class FactRow;

/// How sending goes: what a person should look at first, then what arrived, how fast and at what cost, over a time and
/// by gateway, carrier prefix or template. A place: days, by.
class DeliveryPage final : public ui::Page {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(DeliveryPage)

public:
    static ui::PageSpec spec();

    DeliveryPage(const ui::PageContext &context, QWidget *parent);

    void refresh() override;
    bool backOut() override;
    QString place() const override;
    void openPlace(const QString &place) override;

protected:
    void changeEvent(QEvent *event) override;
    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;

private:
    void build();
    QWidget *buildContent();
    QLayout *buildTools();
    QLayout *buildOverview();
    void buildBreakdown(QLayout *column);
    void wire();
    void onUpdated();
    void fill(const Picture &picture);
    void setDays(int days);
    void setBreakdown(wemo::delivery::Grouping by);
    void lift(const QString &prefix, const QString &reason);
    void showMessages(const QString &place);
    void openRow(const QModelIndex &index);
    void fitTable();
    void retranslate();

    ui::PageContext m_context;
    DeliverySource m_source;
    DeliveryWatch *m_watch;

    ui::MessageBar *m_bar;
    QStackedWidget *m_stack;
    ui::SkeletonLoading *m_loading;
    ui::EmptyState *m_empty;
    QScrollArea *m_scroll;
    AlarmList *m_alarms;
    FactRow *m_facts;
    QButtonGroup *m_ranges;
    QLabel *m_asOf;
    QLabel *m_funnelTitle;
    DeliveryFunnel *m_funnel;
    DeliveryCharts *m_charts;
    QButtonGroup *m_tabs;
    QLabel *m_breakdownTitle;
    BreakdownModel *m_model;
    ui::ListTable *m_table;
};

} // namespace wemo::pages::delivery
