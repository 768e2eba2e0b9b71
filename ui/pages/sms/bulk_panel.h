#pragma once
#include "ui/pages/sms/bulk_source.h"

#include <QWidget>

class QLabel;

namespace wemo::ui {
class DetailPanel;
class KeyValueList;
class MessageBar;
} // namespace wemo::ui

namespace wemo::pages::sms {

class ReasonForm;

/// Before the failures of a filter are sent again: how many that is, what it costs, which ones stay and why, a reason,
/// and the number on the button.
class BulkPanel final : public QWidget {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(BulkPanel)

public:
    explicit BulkPanel(BulkSource &source, QWidget *parent = nullptr);
    /// The filter as it is on the page; of its states those that are failures are meant, or all failures.
    void ask(const wemo::sms::MessageFilter &filter);

Q_SIGNALS:
    void acting();
    void started(const wemo::pages::sms::BulkJob &job);
    void closeRequested();

protected:
    void changeEvent(QEvent *event) override;

private:
    void preview();
    void onPreview(const ui::ApiResult<BulkPreview> &preview);
    void fill();
    void askWhy(qint64 count);
    void start(const QString &reason);
    void retranslate();

    BulkSource &m_source;
    wemo::sms::MessageFilter m_filter;
    std::optional<BulkPreview> m_preview;
    quint64 m_epoch = 0;
    ui::DetailPanel *m_panel;
    ui::MessageBar *m_error;
    QLabel *m_line;
    ui::KeyValueList *m_figures;
    QLabel *m_staying;
    ReasonForm *m_form;
};

} // namespace wemo::pages::sms
