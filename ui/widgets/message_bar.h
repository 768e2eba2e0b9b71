#pragma once
#include "ui/client/api_error.h"
#include "ui/widgets/tokens.h"

#include <QFrame>

class QLabel;
class QPushButton;
class QToolButton;

namespace wemo::ui {

struct ErrorText;

/// A bar above what failed: what happened in the console's language, a Retry, the request id to copy. Hidden while
/// there is nothing to say.
class MessageBar final : public QFrame {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(MessageBar)

public:
    explicit MessageBar(QWidget *parent = nullptr);

    void showError(const ApiError &error, bool retry = true);
    void showMessage(Tone tone, const QString &text, const QString &actionText = {});
    void clear();
    QString text() const;

Q_SIGNALS:
    void retryRequested();

protected:
    void changeEvent(QEvent *event) override;

private:
    void setTexts(const ErrorText &text);
    void present(const QString &actionText, const QString &requestId);
    void restyle();
    void retranslate();

    Tone m_tone = Tone::Info;
    std::optional<ApiError> m_error;
    bool m_retry = false;
    QLabel *m_icon;
    QLabel *m_text;
    QLabel *m_words;
    QPushButton *m_requestId;
    QPushButton *m_action;
    QToolButton *m_dismiss;
};

} // namespace wemo::ui
