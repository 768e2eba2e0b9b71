#include "ui/pages/sms/send_panel.h"

#include "ui/pages/sms/message_cells.h"
#include "ui/pages/sms/send_field.h"
#include "ui/widgets/detail_panel.h"
#include "ui/widgets/error_text.h"
#include "ui/widgets/message_bar.h"
#include "ui/widgets/time_text.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDateTimeEdit>
#include <QLabel>
#include <QLineEdit>
#include <QLocale>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSignalBlocker>
#include <QUuid>
#include <QVBoxLayout>

namespace wemo::pages::sms {

using wemo::sms::Message;
using wemo::sms::Purpose;

namespace {
constexpr int delayMs = 250;
const QString parameterPath = QStringLiteral("parameters.");

QString languageName(const QString &code) {
    return code == u"en" ? QStringLiteral("English") : code == u"zh-TW" ? QString::fromUtf8("中文（台灣）") : code;
}
} // namespace

SendPanel::SendPanel(SendSource &source, std::function<Instant()> now, QWidget *parent)
    : QWidget(parent)
    , m_source(source)
    , m_now(std::move(now))
    , m_delay(new QTimer(this)) {
    setObjectName(QStringLiteral("sendPanel"));
    build();
    m_delay->setSingleShot(true);
    m_delay->setInterval(delayMs);
    connect(m_delay, &QTimer::timeout, this, &SendPanel::preview);
    connect(m_panel, &ui::DetailPanel::closeRequested, this, &SendPanel::closeRequested);
    connect(m_cancel, &QPushButton::clicked, this, &SendPanel::closeRequested);
    connect(m_error, &ui::MessageBar::retryRequested, this, &SendPanel::readTemplates);
    connect(m_send, &QPushButton::clicked, this, &SendPanel::send);
    connect(m_number, &QLineEdit::textChanged, this, &SendPanel::onEdited);
    connect(m_number, &QLineEdit::returnPressed, m_send, &QPushButton::click);
    connect(m_text, &QPlainTextEdit::textChanged, this, &SendPanel::onEdited);
    connect(m_what, &QComboBox::currentIndexChanged, this, &SendPanel::onWhat);
    connect(m_language, &QComboBox::currentIndexChanged, this, &SendPanel::onEdited);
    connect(m_purpose, &QComboBox::currentIndexChanged, this, &SendPanel::onEdited);
    connect(m_later, &QCheckBox::toggled, this, &SendPanel::onEdited);
    connect(m_at, &QDateTimeEdit::dateTimeChanged, this, &SendPanel::onEdited);
    retranslate();
}

void SendPanel::open(const QString &number) {
    if (!number.isEmpty())
        m_number->setText(number);
    if (m_empty)
        readTemplates();
    m_number->setFocus(Qt::OtherFocusReason);
}

void SendPanel::readTemplates() {
    m_error->clear();
    m_source.templates().then(
        this, [this](const ui::ApiResult<QList<MessageTemplate>> &templates) { onTemplates(templates); });
}

void SendPanel::onTemplates(const ui::ApiResult<QList<MessageTemplate>> &templates) {
    if (!templates)
        return m_error->showError(templates.error());
    m_empty = false;
    QStringList names;
    m_templates.clear();
    for (const MessageTemplate &one : *templates) {
        names.append(one.name);
        if (one.purpose != Purpose::Otp) // a code is made by the one who checks it
            m_templates.append(one);
    }
    fillWhat();
    Q_EMIT templatesRead(names);
}

void SendPanel::fillWhat() {
    const bool isFirst = m_what->count() <= 1; // nobody could choose yet
    const QVariant before = m_what->currentData();
    {
        const QSignalBlocker quiet(m_what);
        m_what->clear();
        for (const MessageTemplate &one : std::as_const(m_templates))
            m_what->addItem(one.name, one.name);
        m_what->addItem(tr("A text of my own"), QString());
        m_what->setCurrentIndex(isFirst ? 0 : std::max(0, m_what->findData(before)));
    }
    onWhat();
}

const MessageTemplate *SendPanel::chosen() const {
    const QString name = m_what->currentData().toString();
    for (const MessageTemplate &one : m_templates)
        if (!name.isEmpty() && one.name == name)
            return &one;
    return nullptr;
}

void SendPanel::onWhat() {
    const MessageTemplate *one = chosen();
    const QVariant before = m_language->currentData();
    {
        const QSignalBlocker quiet(m_language);
        m_language->clear();
        if (one)
            for (auto text = one->languages.cend(); text != one->languages.cbegin();) // zh-TW before en
                m_language->addItem(languageName((--text).key()), text.key());
        m_language->setCurrentIndex(std::max(0, m_language->findData(before)));
    }
    m_fields.value(QStringLiteral("language"))->setVisible(one && one->languages.size() > 1);
    m_fields.value(QStringLiteral("text"))->setVisible(!one);
    m_fields.value(QStringLiteral("purpose"))->setVisible(!one);
    fillParameters();
    onEdited();
}

void SendPanel::fillParameters() {
    const QMap<QString, QString> typed = order().parameters;
    for (auto field = m_fields.begin(); field != m_fields.end();)
        if (field.key().startsWith(parameterPath)) {
            delete field.value();
            field = m_fields.erase(field);
        } else {
            ++field;
        }
    const MessageTemplate *one = chosen();
    m_parameters->setVisible(one && !one->parameters.isEmpty());
    if (!one)
        return;
    QWidget *before = m_language;
    for (const TemplateParameter &parameter : one->parameters) {
        auto *line = new QLineEdit;
        line->setObjectName(QStringLiteral("parameter.") + parameter.name);
        line->setMaxLength(parameter.maxLength);
        line->setText(typed.value(parameter.name));
        line->setPlaceholderText(parameter.example);
        connect(line, &QLineEdit::textChanged, this, &SendPanel::onEdited);
        auto *field = new SendField(line);
        field->setName(parameter.name);
        m_parameterRows->addWidget(field);
        m_fields.insert(parameterPath + parameter.name, field);
        setTabOrder(before, line);
        before = line;
    }
}

SendOrder SendPanel::order() const {
    SendOrder order;
    order.number = m_number->text().trimmed();
    if (const MessageTemplate *one = chosen()) {
        order.templateName = one->name;
        order.purpose = one->purpose;
        order.language = m_language->currentData().toString();
        for (auto field = m_fields.cbegin(); field != m_fields.cend(); ++field)
            if (const auto *line = qobject_cast<QLineEdit *>((*field)->input());
                line && field.key().startsWith(parameterPath))
                order.parameters.insert(field.key().mid(parameterPath.size()), line->text().trimmed());
    } else {
        order.text = m_text->toPlainText().trimmed();
        order.purpose = wemo::sms::purposeFromString(m_purpose->currentData().toString()).value_or(order.purpose);
    }
    if (m_later->isChecked())
        order.sendAt = ui::fromTaipei(m_at->dateTime());
    return order;
}

bool SendPanel::isReady(const SendOrder &order) const {
    const auto isThere = [](const QString &value) { return !value.isEmpty(); };
    return order.templateName.isEmpty() ? isThere(order.text)
                                        : std::all_of(order.parameters.cbegin(), order.parameters.cend(), isThere);
}

void SendPanel::onEdited() {
    clearErrors();
    follow();
    m_delay->start();
}

void SendPanel::follow() {
    const SendOrder now = order();
    m_fields.value(QStringLiteral("send_at"))->setVisible(now.sendAt.has_value());
    m_send->setText(now.sendAt ? tr("Schedule message") : tr("Send message"));
    m_send->setEnabled(!m_busy && !now.number.isEmpty() && isReady(now));
}

/// Parameters that are not filled in yet are shown with their example.
void SendPanel::preview() {
    SendOrder now = order();
    if (const MessageTemplate *one = chosen())
        for (const TemplateParameter &parameter : one->parameters)
            if (QString &value = now.parameters[parameter.name]; value.isEmpty())
                value = parameter.example;
    if (!isReady(now)) {
        m_previewText->setText(tr("Nothing yet"));
        return m_previewFigures->clear();
    }
    m_source.preview(now).then(this, [this, epoch = ++m_epoch](const ui::ApiResult<SendPreview> &preview) {
        if (epoch == m_epoch)
            showPreview(preview);
    });
}

void SendPanel::showPreview(const ui::ApiResult<SendPreview> &preview) {
    if (!preview) {
        m_previewText->setText(ui::errorText(preview.error()).sentence);
        return m_previewFigures->clear();
    }
    m_previewText->setText(preview->text);
    const QString encoding = preview->encoding == u"gsm7" ? QStringLiteral("GSM-7") : QStringLiteral("UCS-2");
    m_previewFigures->setText(tr("%n segment(s)", nullptr, preview->segments) + QStringLiteral("  ·  ") +
                              tr("%1 characters of %2").arg(preview->units).arg(encoding) + QStringLiteral("  ·  ") +
                              tr("about %1 credits").arg(costText(preview->costTenThousandths)));
}

void SendPanel::send() {
    const SendOrder now = order();
    if (m_tried != now)
        m_key = QUuid::createUuid().toString(QUuid::WithoutBraces);
    m_tried = now;
    m_busy = true;
    follow();
    m_error->clear();
    Q_EMIT acting();
    m_source.send(now, m_key).then(this, [this](const ui::ApiResult<Message> &message) { onSent(message); });
}

void SendPanel::onSent(const ui::ApiResult<Message> &message) {
    m_busy = false;
    follow();
    if (!message)
        return showFieldErrors(message.error());
    m_tried.reset();
    m_number->clear();
    m_text->clear();
    m_later->setChecked(false);
    fillWhat();
    for (auto field = m_fields.cbegin(); field != m_fields.cend(); ++field)
        if (field.key().startsWith(parameterPath))
            qobject_cast<QLineEdit *>((*field)->input())->clear();
    Q_EMIT sent(*message);
}

void SendPanel::showFieldErrors(const ui::ApiError &error) {
    bool all = !error.fields.isEmpty();
    SendField *first = nullptr;
    for (const FieldError &wrong : error.fields) {
        SendField *field = m_fields.value(wrong.path);
        all = all && field && field->isVisibleTo(this);
        if (!field)
            continue;
        field->setError(wrong.path == u"number" ? tr("This is not a Taiwan mobile number. Try 0912 345 678.")
                                                : ui::fieldText(wrong));
        first = first ? first : field;
    }
    if (first)
        first->input()->setFocus(Qt::OtherFocusReason);
    if (!all)
        m_error->showError(error, false);
}

void SendPanel::clearErrors() {
    for (SendField *field : std::as_const(m_fields))
        if (field->hasError())
            field->setError({});
}

} // namespace wemo::pages::sms
