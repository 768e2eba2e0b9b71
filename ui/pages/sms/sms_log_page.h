#pragma once
#include "ui/pages/sms/sms_log_model.h"
#include "ui/shell/page.h"

#include <QTimer>

class QPushButton;
class QSplitter;
class QStackedWidget;

namespace wemo::ui {
class EmptyState;
class MessageBar;
class SkeletonLoading;
} // namespace wemo::ui

namespace wemo::pages::sms {

class MessagePanel;
class MessageTable;
class SmsFilterBar;

/// Every message the company sent, newest first and live; one of them beside the list.
/// A place: number, state, range, from, to, message.
class SmsLogPage final : public ui::Page {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(SmsLogPage)

public:
    static ui::PageSpec spec();

    SmsLogPage(const ui::PageContext &context, QWidget *parent);
    ~SmsLogPage() override;

    void refresh() override;
    bool focusFilter() override;
    bool backOut() override;
    QString place() const override;
    void openPlace(const QString &place) override;

protected:
    void changeEvent(QEvent *event) override;
    void showEvent(QShowEvent *event) override;

private:
    void build();
    void wire();
    void wireLive();
    void applyFilter();
    void onModelChanged();
    void showState();
    void showBars();
    void showSummary();
    void openMessage(const wemo::sms::Message &message);
    void openId(Id id);
    void closePanel();
    void onOpened(const QModelIndex &index);
    void restoreColumns();
    void showColumns(int width);
    void saveColumns();
    void offerColumns(const QPoint &at);
    void retranslate();

    ui::PageContext m_context;
    ApiMessageSource m_source;
    SmsLogModel *m_model;
    SmsFilterBar *m_filter;
    ui::MessageBar *m_bar;
    QPushButton *m_newMessages;
    QSplitter *m_splitter;
    QStackedWidget *m_stack;
    MessageTable *m_table;
    ui::SkeletonLoading *m_loading;
    ui::EmptyState *m_empty;
    MessagePanel *m_panel;
    QTimer m_tick;
    Id m_selected = 0;
    QByteArray m_wideColumns; ///< as they were while there was room for them; empty then
};

} // namespace wemo::pages::sms
