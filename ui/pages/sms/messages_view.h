#pragma once
#include "ui/pages/sms/bulk_source.h"
#include "ui/pages/sms/saved_filters.h"
#include "ui/pages/sms/send_source.h"
#include "ui/pages/sms/sms_log_model.h"
#include "ui/shell/page.h"

#include <QTimer>

class QPushButton;
class QSplitter;
class QStackedWidget;

namespace wemo::ui {
class EmptyState;
class MessageBar;
class ProgressRow;
class SkeletonLoading;
} // namespace wemo::ui

namespace wemo::pages::sms {

class BulkPanel;
class BulkRun;
class MessageColumns;
class MessageExport;
class MessagePanel;
class MessageTable;
class SavedFilterChip;
class SendPanel;
class SmsFilterBar;

/// The log itself: filter, table, and beside it one message, the sheet for a new one or the preview of a bulk resend.
/// A place: number, batch, request, state, reason, gateway, purpose, template, range, from, to, message.
class MessagesView final : public QWidget {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(MessagesView)

public:
    MessagesView(const ui::PageContext &context, QWidget *parent);
    ~MessagesView() override;

    QAction *sendAction() const { return m_send; }
    /// For the palette: what can be done, and each saved filter.
    QList<QAction *> commands() const;
    /// Stands at the right of the tabs.
    QWidget *tools() const { return m_tools; }
    void refresh();
    void focusFilter();
    void focusList();
    bool backOut();
    void writeTo(QUrlQuery &query) const;
    void readFrom(const QUrlQuery &query);
    void openId(Id id);
    /// All messages of the filter, in the columns that were chosen.
    void exportTo(const QString &path);

Q_SIGNALS:
    void placeChanged(bool replace);
    void openRequested(const QString &pageId, const QString &place);
    void acting();
    void noticed(const QString &text);
    void undoOffered(const QString &text, const std::function<void()> &undo);

protected:
    void changeEvent(QEvent *event) override;
    void showEvent(QShowEvent *event) override;

private:
    void build();
    QWidget *buildTop();
    void buildSide();
    void buildActions();
    void wireList();
    void wireLive();
    void wireSide();
    void wireFilters();
    void wireExport();
    void wireBulk();
    void readChoices();

    void applyFilter();
    void onFilterChanged();
    void applyQuery(const QString &query);
    QString filterQuery() const;
    void onModelChanged();
    void showState();
    void showBars();
    void showSummary();
    void onEmptyAction();
    void openMessage(const wemo::sms::Message &message);
    void onOpened(const QModelIndex &index);
    void openSide(QWidget *panel);
    void closeSide();
    void startSending();
    void startBulk();
    void askWhereToExport();
    void followRights();
    void makeFilterActions();
    void retranslate();

    ui::PageContext m_context;
    ApiMessageSource m_source;
    SendSource m_sendSource;
    BulkSource m_bulkSource;
    SavedFilters m_savedFilters;
    SmsLogModel *m_model;
    MessageExport *m_export;
    BulkRun *m_bulkRun;
    QAction *m_send = nullptr;
    QAction *m_bulk = nullptr;
    QAction *m_exportAll = nullptr;
    QAction *m_saveFilter = nullptr;
    QAction *m_chooseColumns = nullptr;
    QList<QAction *> m_filterActions; ///< one for each saved filter
    QWidget *m_tools = nullptr;
    SmsFilterBar *m_filter = nullptr;
    SavedFilterChip *m_saved = nullptr;
    ui::MessageBar *m_bar = nullptr;
    ui::ProgressRow *m_exportRow = nullptr;
    ui::ProgressRow *m_bulkRow = nullptr;
    QPushButton *m_newMessages = nullptr;
    QSplitter *m_splitter = nullptr;
    QStackedWidget *m_stack = nullptr;
    MessageTable *m_table = nullptr;
    MessageColumns *m_columns = nullptr;
    ui::SkeletonLoading *m_loading = nullptr;
    ui::EmptyState *m_empty = nullptr;
    QStackedWidget *m_side = nullptr;
    MessagePanel *m_panel = nullptr;
    SendPanel *m_sendPanel = nullptr;
    BulkPanel *m_bulkPanel = nullptr;
    QTimer m_tick;
    Id m_selected = 0;
    bool m_choicesRead = false;
};

} // namespace wemo::pages::sms
