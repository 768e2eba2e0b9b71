#pragma once
#include "ui/pages/sms/reply_model.h"
#include "ui/shell/page.h"

class QStackedWidget;
class QUrlQuery;

namespace wemo::ui {
class EmptyState;
class FilterBar;
class ListTable;
class MessageBar;
class SkeletonLoading;
} // namespace wemo::ui

namespace wemo::pages::sms {

/// What riders answered, newest first; one leads to the message it answers.
class RepliesView final : public QWidget {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(RepliesView)

public:
    RepliesView(const ui::PageContext &context, QWidget *parent);
    void refresh();
    void focusFilter();
    bool backOut();
    void writeTo(QUrlQuery &query) const;
    void readFrom(const QUrlQuery &query);

Q_SIGNALS:
    void messageRequested(Id id);
    void placeChanged(bool replace);

protected:
    void changeEvent(QEvent *event) override;
    void showEvent(QShowEvent *event) override;

private:
    void build();
    void showState();
    void search(const QString &number);
    void retranslate();

    ReplySource m_source;
    ReplyModel *m_model;
    ui::FilterBar *m_bar;
    ui::MessageBar *m_error;
    QStackedWidget *m_stack;
    ui::ListTable *m_table;
    ui::SkeletonLoading *m_loading;
    ui::EmptyState *m_empty;
    bool m_asked = false;
};

} // namespace wemo::pages::sms
