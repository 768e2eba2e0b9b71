#pragma once
#include "ui/pages/sms/send_source.h"

#include <QTimer>
#include <QWidget>

#include <functional>

class QCheckBox;
class QComboBox;
class QDateTimeEdit;
class QLabel;
class QLineEdit;
class QPlainTextEdit;
class QPushButton;
class QVBoxLayout;

namespace wemo::ui {
class DetailPanel;
class MessageBar;
} // namespace wemo::ui

namespace wemo::pages::sms {

class SendField;

/// The sheet on which staff write one message: to whom, a template with what goes into it or a text of their own, when.
/// What it will look like, how many segments and what it costs stand below while one types. What was typed stays until
/// it is sent.
class SendPanel final : public QWidget {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(SendPanel)

public:
    SendPanel(SendSource &source, std::function<Instant()> now, QWidget *parent = nullptr);
    /// Reads the templates, and puts the caret where something is missing.
    void open(const QString &number = {});
    /// Names of all templates, codes among them, as soon as they are known.
    void readTemplates();

Q_SIGNALS:
    void closeRequested();
    void acting();
    void sent(const wemo::sms::Message &message);
    void templatesRead(const QStringList &names);

protected:
    void changeEvent(QEvent *event) override;

private:
    void build();
    SendField *add(QWidget *input, const char *name);
    void buildWhat();
    void buildWhen();
    void buildPreview();
    void onTemplates(const ui::ApiResult<QList<MessageTemplate>> &templates);
    void fillWhat();
    void onWhat();
    void fillParameters();
    const MessageTemplate *chosen() const;
    SendOrder order() const;
    bool isReady(const SendOrder &order) const;
    void onEdited();
    void preview();
    void showPreview(const ui::ApiResult<SendPreview> &preview);
    void send();
    void onSent(const ui::ApiResult<wemo::sms::Message> &message);
    void showFieldErrors(const ui::ApiError &error);
    void clearErrors();
    void follow();
    void retranslate();

    SendSource &m_source;
    std::function<Instant()> m_now;
    QList<MessageTemplate> m_templates; ///< that staff may send
    QString m_key;                      ///< of the order that was tried last
    std::optional<SendOrder> m_tried;
    bool m_busy = false;
    bool m_empty = true; ///< no template was read yet
    quint64 m_epoch = 0;
    QTimer *m_delay;

    ui::DetailPanel *m_panel = nullptr;
    ui::MessageBar *m_error = nullptr;
    QVBoxLayout *m_form = nullptr;
    QLineEdit *m_number = nullptr;
    QComboBox *m_what = nullptr;
    QComboBox *m_language = nullptr;
    QWidget *m_parameters = nullptr;
    QVBoxLayout *m_parameterRows = nullptr;
    QPlainTextEdit *m_text = nullptr;
    QComboBox *m_purpose = nullptr;
    QCheckBox *m_later = nullptr;
    QDateTimeEdit *m_at = nullptr;
    QLabel *m_previewHeading = nullptr;
    QLabel *m_previewText = nullptr;
    QLabel *m_previewFigures = nullptr;
    QPushButton *m_send = nullptr;
    QPushButton *m_cancel = nullptr;
    QMap<QString, SendField *> m_fields; ///< by the path a field error names
};

} // namespace wemo::pages::sms
