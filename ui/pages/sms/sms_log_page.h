#pragma once
#include "ui/shell/page.h"

class QStackedWidget;
class QTabBar;

namespace wemo::pages::sms {

class ErrorTableView;
class MessagesView;
class RepliesView;

/// Every message the company sent, what riders answered, and what each gateway's codes mean: three views under tabs.
/// A place: view (replies, errors; messages without one) and what the view remembers.
class SmsLogPage final : public ui::Page {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(SmsLogPage)

public:
    enum class View { Messages, Replies, Errors };
    static ui::PageSpec spec();

    SmsLogPage(const ui::PageContext &context, QWidget *parent);

    QAction *primaryAction() override;
    QList<QAction *> commands() override;
    void refresh() override;
    bool focusFilter() override;
    bool backOut() override;
    QString place() const override;
    void openPlace(const QString &place) override;

protected:
    void changeEvent(QEvent *event) override;

private:
    void build();
    void wire();
    void show(View view);
    View view() const;
    void retranslate();

    ui::PageContext m_context;
    QTabBar *m_tabs;
    QStackedWidget *m_views;
    MessagesView *m_messages;
    RepliesView *m_replies;
    ErrorTableView *m_errors;
    QList<QAction *> m_viewActions; ///< by View
};

} // namespace wemo::pages::sms
