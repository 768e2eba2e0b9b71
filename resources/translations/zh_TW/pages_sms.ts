<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_TW" sourcelanguage="en">
<context>
    <name>SmsReason</name>
    <message>
        <source>Tell the technicians on duty; no code gets out until it is mended.</source>
        <translation>請立即通知值班技術人員；修復之前，所有驗證碼都發不出去。</translation>
    </message>
    <message>
        <source>The handset could not be reached: switched off, without signal, or its inbox is full.</source>
        <translation>無法送到手機：可能關機、收不到訊號，或簡訊匣已滿。</translation>
    </message>
    <message>
        <source>Ask the rider to check the signal, switch flight mode off, restart the phone, and then ask for a new code.</source>
        <translation>請騎士確認訊號、關閉飛航模式並重新開機，再重新索取驗證碼。</translation>
    </message>
    <message>
        <source>The carrier had a fault and could not pass the message on.</source>
        <translation>電信業者系統異常，簡訊未能送出。</translation>
    </message>
    <message>
        <source>Ask the rider to try again in a few minutes. If several riders of one carrier report it, tell the technicians.</source>
        <translation>請騎士過幾分鐘再試一次。若同一家電信有多位騎士反映，請通知技術人員。</translation>
    </message>
    <message>
        <source>The carrier says that this number is not in service.</source>
        <translation>電信業者回報此號碼為空號或已停用。</translation>
    </message>
    <message>
        <source>Check the number with the rider: a digit may be wrong, or the number was given up or moved.</source>
        <translation>請與騎士核對號碼：可能輸入錯誤，或門號已停用、攜碼。</translation>
    </message>
    <message>
        <source>The rider&apos;s carrier blocks business messages to this number.</source>
        <translation>騎士的電信業者擋下了發給這支門號的商業簡訊。</translation>
    </message>
    <message>
        <source>The rider can ask the carrier&apos;s customer service to lift the block on business messages, then ask for a new code.</source>
        <translation>請騎士聯絡電信客服解除「拒收商業簡訊」，再重新索取驗證碼。</translation>
    </message>
    <message>
        <source>The carrier held the message back because of a word in its text.</source>
        <translation>簡訊內容觸發電信業者的關鍵字攔截。</translation>
    </message>
    <message>
        <source>Nothing the rider can do. Tell the technicians; the text has to be changed.</source>
        <translation>騎士端無法處理。請通知技術人員調整簡訊內容。</translation>
    </message>
    <message>
        <source>The SMS gateway held the message back because of a word in its text.</source>
        <translation>簡訊內容觸發簡訊商的關鍵字攔截。</translation>
    </message>
    <message>
        <source>The number is on the SMS gateway&apos;s block list.</source>
        <translation>這支門號在簡訊商的黑名單中。</translation>
    </message>
    <message>
        <source>Confirm with the rider that the number is theirs, then ask the technicians to have the gateway take it off the list.</source>
        <translation>請先確認門號為騎士本人使用，再請技術人員聯絡簡訊商解除黑名單。</translation>
    </message>
    <message>
        <source>The message ran out of time before the handset could be reached; the code in it is void.</source>
        <translation>在有效時間內聯絡不到手機，簡訊已逾時，其中的驗證碼已失效。</translation>
    </message>
    <message>
        <source>Ask the rider to check the signal and ask for a new code. The old one does not work any more.</source>
        <translation>請騎士確認訊號後重新索取驗證碼，舊的驗證碼已無法使用。</translation>
    </message>
    <message>
        <source>The scheduled message was withdrawn before its time.</source>
        <translation>這則預約簡訊在發送前已取消。</translation>
    </message>
    <message>
        <source>The company&apos;s SMS credit is used up; the message was not sent.</source>
        <translation>公司的簡訊點數已用完，這則簡訊沒有發出。</translation>
    </message>
    <message>
        <source>Tell the technicians at once: every rider is affected. The rider can ask for a new code after the top-up.</source>
        <translation>請立即通知技術人員：所有騎士都會受影響。儲值完成後，騎士即可重新索取驗證碼。</translation>
    </message>
    <message>
        <source>Messages to numbers abroad are switched off.</source>
        <translation>目前未開放發送至國外門號。</translation>
    </message>
    <message>
        <source>The rider needs a Taiwan mobile number (09…) to sign in.</source>
        <translation>騎士需使用台灣手機門號（09 開頭）登入。</translation>
    </message>
    <message>
        <source>The SMS gateway could not read our request.</source>
        <translation>簡訊商無法解讀我們送出的請求。</translation>
    </message>
    <message>
        <source>The SMS gateway has a problem with our account.</source>
        <translation>我們在簡訊商的帳號發生問題。</translation>
    </message>
    <message>
        <source>The SMS gateway refused our login; nothing was sent.</source>
        <translation>簡訊商拒絕我們的帳號登入，簡訊沒有發出。</translation>
    </message>
    <message>
        <source>The SMS gateway blocked our account because a bill is overdue.</source>
        <translation>帳款逾期，簡訊商已停用我們的帳號。</translation>
    </message>
    <message>
        <source>The text was too long for the SMS gateway.</source>
        <translation>簡訊內容超過簡訊商的長度上限。</translation>
    </message>
    <message>
        <source>The SMS gateway does not accept this number.</source>
        <translation>簡訊商不接受這個號碼。</translation>
    </message>
    <message>
        <source>Check the number with the rider and let them type it again.</source>
        <translation>請與騎士核對號碼，並請對方重新輸入。</translation>
    </message>
    <message>
        <source>The number cannot receive this kind of message.</source>
        <translation>這支門號無法接收這類訊息。</translation>
    </message>
    <message>
        <source>The SMS gateway refused the text as empty or wrong.</source>
        <translation>簡訊商認為內容空白或格式有誤，拒絕發送。</translation>
    </message>
    <message>
        <source>The SMS gateway refused the sending time.</source>
        <translation>簡訊商拒絕指定的發送時間。</translation>
    </message>
    <message>
        <source>The SMS gateway does not let us send over this channel.</source>
        <translation>簡訊商不允許我們使用這個發送管道。</translation>
    </message>
    <message>
        <source>The SMS gateway refused the message with a code we do not know yet.</source>
        <translation>簡訊商拒絕發送，原因代碼目前無法辨識。</translation>
    </message>
    <message>
        <source>Give the raw code and the request ID to the technicians.</source>
        <translation>請將原始代碼與請求編號提供給技術人員。</translation>
    </message>
    <message>
        <source>The SMS gateway failed while it took the message; it may or may not have been sent.</source>
        <translation>簡訊商接收時發生錯誤，不確定簡訊是否已發出。</translation>
    </message>
    <message>
        <source>Wait a minute for a receipt. If none comes, ask the rider to ask for a new code.</source>
        <translation>請等一分鐘看是否有回報；若沒有，請騎士重新索取驗證碼。</translation>
    </message>
    <message>
        <source>The SMS gateway did not answer; the message may or may not have been sent.</source>
        <translation>簡訊商沒有回應，不確定簡訊是否已發出。</translation>
    </message>
    <message>
        <source>The SMS gateway gave an answer we cannot read; the message may or may not have been sent.</source>
        <translation>簡訊商的回應無法解讀，不確定簡訊是否已發出。</translation>
    </message>
    <message>
        <source>No delivery receipt came in time. The rider may have received the message all the same.</source>
        <translation>逾時仍未收到送達回報，但騎士有可能已經收到。</translation>
    </message>
    <message>
        <source>Ask the rider whether it arrived; if not, let them check the signal and ask for a new code.</source>
        <translation>請詢問騎士是否收到；若沒有，請確認訊號後重新索取驗證碼。</translation>
    </message>
    <message>
        <source>The SMS gateway is in test mode: it takes messages and sends none.</source>
        <translation>簡訊商目前為測試模式：只接收、不會真的發送。</translation>
    </message>
    <message>
        <source>The rider answered this message.</source>
        <translation>騎士回覆了這則簡訊。</translation>
    </message>
    <message>
        <source>This takes a second or two. If it stays so for a minute, tell the technicians.</source>
        <translation>通常一兩秒就會完成。若超過一分鐘沒有變化，請通知技術人員。</translation>
    </message>
    <message>
        <source>Mostly a few seconds. If the rider still waits after a minute, let them check the signal and ask for a new code.</source>
        <translation>通常幾秒內送達。若一分鐘後仍未收到，請騎士確認訊號後重新索取驗證碼。</translation>
    </message>
    <message>
        <source>If the rider does not see it: look into the spam or blocked messages folder, and check that the number is right.</source>
        <translation>若騎士說沒看到：請查看垃圾或封鎖簡訊匣，並核對號碼是否正確。</translation>
    </message>
    <message>
        <source>Ask the rider to check the signal and ask for a new code.</source>
        <translation>請騎士確認訊號後重新索取驗證碼。</translation>
    </message>
    <message>
        <source>Reason given: %1</source>
        <translation>回報原因：%1</translation>
    </message>
    <message>
        <source>The SMS gateway could not be reached; the message was not sent.</source>
        <translation>無法連上簡訊商，簡訊沒有發出。</translation>
    </message>
    <message>
        <source>Ask the rider to try again in a few minutes. If it goes on, tell the technicians.</source>
        <translation>請騎士過幾分鐘再試一次。若持續發生，請通知技術人員。</translation>
    </message>
    <message>
        <source>The service stopped while it handed the message over; it may or may not have been sent.</source>
        <translation>服務在交給簡訊商的途中中斷，不確定簡訊是否已發出。</translation>
    </message>
    <message>
        <source>The message waited too long and was not sent any more, since its code had expired.</source>
        <translation>簡訊等候過久、驗證碼已過期，因此不再發送。</translation>
    </message>
    <message>
        <source>A member of staff took the message out of the queue before it was sent.</source>
        <translation>簡訊在送出之前，已由人員從佇列中移除。</translation>
    </message>
    <message>
        <source>Ask the rider to ask for a new code.</source>
        <translation>請騎士重新索取驗證碼。</translation>
    </message>
    <message>
        <source>Ask the rider to ask for a new code. If it happens again, tell the technicians.</source>
        <translation>請騎士重新索取驗證碼。若再次發生，請通知技術人員。</translation>
    </message>
    <message>
        <source>This message holds no code: it keeps the rider from nothing.</source>
        <translation>這則簡訊不含驗證碼，不影響騎士使用。</translation>
    </message>
</context>
<context>
    <name>SmsState</name>
    <message>
        <source>Created</source>
        <translation>已建立</translation>
    </message>
    <message>
        <source>Recorded, waiting for its turn to be handed to the gateway.</source>
        <translation>已登錄，等待交給簡訊商。</translation>
    </message>
    <message>
        <source>Submitting</source>
        <translation>送出中</translation>
    </message>
    <message>
        <source>Being handed to the gateway right now.</source>
        <translation>正在交給簡訊商。</translation>
    </message>
    <message>
        <source>Outcome unknown</source>
        <translation>結果不明</translation>
    </message>
    <message>
        <source>Handed over, but the gateway&apos;s answer was lost. A receipt or a query will tell.</source>
        <translation>已交給簡訊商，但沒收到回應；待送達回報或查詢確認。</translation>
    </message>
    <message>
        <source>Accepted</source>
        <translation>已受理</translation>
    </message>
    <message>
        <source>The gateway took it and will pass it to the carrier.</source>
        <translation>簡訊商已受理，即將轉給電信業者。</translation>
    </message>
    <message>
        <source>Scheduled</source>
        <translation>已預約</translation>
    </message>
    <message>
        <source>The gateway keeps it until its time comes.</source>
        <translation>簡訊商保留中，到時才會發送。</translation>
    </message>
    <message>
        <source>Sent</source>
        <translation>已發送</translation>
    </message>
    <message>
        <source>With the carrier, on its way to the handset.</source>
        <translation>已交給電信業者，正送往手機。</translation>
    </message>
    <message>
        <source>Delivered</source>
        <translation>已送達</translation>
    </message>
    <message>
        <source>The handset confirmed that it received the message.</source>
        <translation>手機已確認收到這則簡訊。</translation>
    </message>
    <message>
        <source>Undelivered</source>
        <translation>未送達</translation>
    </message>
    <message>
        <source>The carrier could not bring it to the handset.</source>
        <translation>電信業者無法將簡訊送到手機。</translation>
    </message>
    <message>
        <source>Expired</source>
        <translation>已逾時</translation>
    </message>
    <message>
        <source>Its validity ran out before the handset could be reached.</source>
        <translation>在有效時間內聯絡不到手機。</translation>
    </message>
    <message>
        <source>Rejected</source>
        <translation>遭拒絕</translation>
    </message>
    <message>
        <source>The gateway or the carrier refused to pass it on.</source>
        <translation>簡訊商或電信業者拒絕轉送。</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>發送失敗</translation>
    </message>
    <message>
        <source>It was never sent.</source>
        <translation>這則簡訊沒有發出。</translation>
    </message>
    <message>
        <source>Canceled</source>
        <translation>已取消</translation>
    </message>
    <message>
        <source>It was withdrawn before it was sent.</source>
        <translation>發送前已取消。</translation>
    </message>
    <message>
        <source>No receipt</source>
        <translation>無回報</translation>
    </message>
    <message>
        <source>The time for a receipt is over and none came. A late one still counts.</source>
        <translation>逾時未收到送達回報；之後若補到仍會更新。</translation>
    </message>
    <message>
        <source>Asked for by the app</source>
        <translation>App 提出請求</translation>
    </message>
    <message>
        <source>Sending queue</source>
        <translation>發送佇列</translation>
    </message>
    <message>
        <source>Gateway&apos;s answer</source>
        <translation>簡訊商回應</translation>
    </message>
    <message>
        <source>Delivery receipt</source>
        <translation>送達回報</translation>
    </message>
    <message>
        <source>Delivery query</source>
        <translation>主動查詢</translation>
    </message>
    <message>
        <source>Periodic check</source>
        <translation>定期檢查</translation>
    </message>
    <message>
        <source>Sent again by staff</source>
        <translation>由人員重新發送</translation>
    </message>
    <message>
        <source>Staff</source>
        <translation>人員操作</translation>
    </message>
    <message>
        <source>Repeated, changed nothing</source>
        <translation>重複回報，狀態不變</translation>
    </message>
    <message>
        <source>Older news, changed nothing</source>
        <translation>較舊的回報，狀態不變</translation>
    </message>
    <message>
        <source>Contradicts the final state, not applied</source>
        <translation>與最終狀態矛盾，未採用</translation>
    </message>
    <message>
        <source>Verification code</source>
        <translation>驗證碼</translation>
    </message>
    <message>
        <source>Notice</source>
        <translation>通知</translation>
    </message>
    <message>
        <source>Marketing</source>
        <translation>行銷</translation>
    </message>
</context>
<context>
    <name>wemo::pages::sms::MessagePanel</name>
    <message>
        <source>Timeline</source>
        <translation>歷程</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>簡訊內容</translation>
    </message>
    <message>
        <source>Facts</source>
        <translation>詳細資料</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>號碼</translation>
    </message>
    <message>
        <source>Number shown. It is written down that you looked.</source>
        <translation>已顯示完整號碼，並記錄您的查看。</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>類型</translation>
    </message>
    <message>
        <source>Asked for</source>
        <translation>提出時間</translation>
    </message>
    <message>
        <source>Settled</source>
        <translation>結案時間</translation>
    </message>
    <message>
        <source>Segments</source>
        <translation>則數</translation>
    </message>
    <message>
        <source>Credits</source>
        <translation>點數</translation>
    </message>
    <message>
        <source>Gateway</source>
        <translation>簡訊商</translation>
    </message>
    <message>
        <source>Raw code</source>
        <translation>原始代碼</translation>
    </message>
    <message>
        <source>Batch ID</source>
        <translation>批次編號</translation>
    </message>
    <message>
        <source>Message ID</source>
        <translation>簡訊編號</translation>
    </message>
    <message>
        <source>Request ID</source>
        <translation>請求編號</translation>
    </message>
    <message>
        <source>Message</source>
        <translation>簡訊</translation>
    </message>
    <message>
        <source>Reveal</source>
        <translation>顯示號碼</translation>
    </message>
    <message>
        <source>Show the full number. It is written down who looked.</source>
        <translation>顯示完整號碼，系統會記錄查看者。</translation>
    </message>
    <message>
        <source>Reveal the full number</source>
        <translation>顯示完整號碼</translation>
    </message>
</context>
<context>
    <name>ReceiptTimeline</name>
    <message>
        <source>gateway time %1</source>
        <translation>簡訊商時間 %1</translation>
    </message>
    <message>
        <source>code %1</source>
        <translation>代碼 %1</translation>
    </message>
</context>
<context>
    <name>wemo::pages::sms::SmsFilterBar</name>
    <message>
        <source>Any time</source>
        <translation>不限時間</translation>
    </message>
    <message>
        <source>Last hour</source>
        <translation>最近 1 小時</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>今天</translation>
    </message>
    <message>
        <source>Last 7 days</source>
        <translation>最近 7 天</translation>
    </message>
    <message>
        <source>Custom range</source>
        <translation>自訂區間</translation>
    </message>
    <message>
        <source>State</source>
        <translation>狀態</translation>
    </message>
    <message>
        <source>State: %1</source>
        <translation>狀態：%1</translation>
    </message>
    <message>
        <source>, </source>
        <translation>、</translation>
    </message>
    <message>
        <source>State: %1 and %2 more</source>
        <translation>狀態：%1 等，另 %2 項</translation>
    </message>
    <message>
        <source>Time: %1</source>
        <translation>時間：%1</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>時間</translation>
    </message>
    <message>
        <source>Phone number</source>
        <translation>手機號碼</translation>
    </message>
    <message>
        <source>Filter by phone number</source>
        <translation>以手機號碼篩選</translation>
    </message>
    <message>
        <source>Filter by state</source>
        <translation>以狀態篩選</translation>
    </message>
    <message>
        <source>Filter by time</source>
        <translation>以時間篩選</translation>
    </message>
    <message>
        <source>From</source>
        <translation>從</translation>
    </message>
    <message>
        <source>To</source>
        <translation>到</translation>
    </message>
    <message>
        <source>From this time</source>
        <translation>起始時間</translation>
    </message>
    <message>
        <source>Up to this time</source>
        <translation>結束時間</translation>
    </message>
</context>
<context>
    <name>wemo::pages::sms::SmsLogModel</name>
    <message>
        <source>Time</source>
        <translation>時間</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>號碼</translation>
    </message>
    <message>
        <source>State</source>
        <translation>狀態</translation>
    </message>
    <message>
        <source>Message or reason</source>
        <translation>內容或原因</translation>
    </message>
    <message>
        <source>Took</source>
        <translation>耗時</translation>
    </message>
    <message>
        <source>Segments</source>
        <translation>則數</translation>
    </message>
    <message>
        <source>Credits</source>
        <translation>點數</translation>
    </message>
    <message>
        <source>Message ID</source>
        <translation>簡訊編號</translation>
    </message>
</context>
<context>
    <name>wemo::pages::sms::SmsLogPage</name>
    <message>
        <source>Messages</source>
        <translation>簡訊</translation>
    </message>
    <message>
        <source>SMS log</source>
        <translation>簡訊紀錄</translation>
    </message>
    <message>
        <source>Every text message sent to riders, and what became of it.</source>
        <translation>發給騎士的每一則簡訊，以及後來的送達情形。</translation>
    </message>
    <message>
        <source>Messages to %1</source>
        <translation>發給 %1 的簡訊</translation>
    </message>
    <message>
        <source>Message %1</source>
        <translation>簡訊 %1</translation>
    </message>
    <message>
        <source>This is not a phone number we can look for. Try 0912 345 678.</source>
        <translation>無法辨識這個號碼，請輸入像 0912 345 678 的號碼。</translation>
    </message>
    <message>
        <source>No such phone number</source>
        <translation>號碼無法辨識</translation>
    </message>
    <message>
        <source>Correct the number above, or look at all messages.</source>
        <translation>請修正上方的號碼，或查看所有簡訊。</translation>
    </message>
    <message>
        <source>Clear filter</source>
        <translation>清除篩選</translation>
    </message>
    <message>
        <source>The messages could not be read</source>
        <translation>無法讀取簡訊</translation>
    </message>
    <message>
        <source>Nothing is lost. Try again; if it stays so, tell the technicians the request ID above.</source>
        <translation>資料沒有遺失。請再試一次；若仍失敗，請將上方的請求編號提供給技術人員。</translation>
    </message>
    <message>
        <source>Retry</source>
        <translation>重試</translation>
    </message>
    <message>
        <source>No messages yet</source>
        <translation>還沒有簡訊</translation>
    </message>
    <message>
        <source>As soon as a rider asks for a code, the message appears here. Try it in the Auth lab.</source>
        <translation>騎士一索取驗證碼，簡訊就會出現在這裡。可以到「登入實驗室」試試看。</translation>
    </message>
    <message>
        <source>Open Auth lab</source>
        <translation>前往登入實驗室</translation>
    </message>
    <message>
        <source>No message matches</source>
        <translation>沒有符合的簡訊</translation>
    </message>
    <message>
        <source>No message fits this number, state and time. Widen the filter, or clear it.</source>
        <translation>沒有簡訊符合這些號碼、狀態與時間條件。請放寬或清除篩選。</translation>
    </message>
    <message numerus="yes">
        <source>%n new message(s) – show</source>
        <translation>
            <numerusform>%n 則新簡訊，點此顯示</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 messages</source>
        <translation>共 %1 則</translation>
    </message>
    <message>
        <source>%1+ messages</source>
        <translation>%1 則以上</translation>
    </message>
    <message>
        <source>Messages, newest first</source>
        <translation>簡訊列表，由新到舊</translation>
    </message>
</context>
</TS>
