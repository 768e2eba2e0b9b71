<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_TW" sourcelanguage="en">
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
    <name>SmsBulk</name>
    <message>
        <source>code used already</source>
        <translation>驗證碼已使用</translation>
    </message>
    <message>
        <source>code no longer valid</source>
        <translation>驗證碼已失效</translation>
    </message>
    <message>
        <source>code no longer kept</source>
        <translation>驗證碼已不保留</translation>
    </message>
    <message>
        <source>may arrive yet</source>
        <translation>可能還會送達</translation>
    </message>
    <message>
        <source>sent again already</source>
        <translation>已重送過</translation>
    </message>
    <message>
        <source>text no longer kept</source>
        <translation>內容已不保留</translation>
    </message>
    <message>
        <source>number no longer kept</source>
        <translation>號碼已不保留</translation>
    </message>
</context>
<context>
    <name>SmsError</name>
    <message>
        <source>It is on its way; how it ends is not known yet.</source>
        <translation>簡訊已送出，結果還不確定。</translation>
    </message>
    <message>
        <source>It did not work this time. Try again in a moment.</source>
        <translation>這次沒有成功，請稍後再試。</translation>
    </message>
    <message>
        <source>The phone cannot be reached just now.</source>
        <translation>目前無法聯繫到這支手機。</translation>
    </message>
    <message>
        <source>This number cannot receive messages.</source>
        <translation>這個號碼無法接收簡訊。</translation>
    </message>
    <message>
        <source>Messages to this number are blocked.</source>
        <translation>傳給這個號碼的簡訊遭到封鎖。</translation>
    </message>
    <message>
        <source>This text is not passed on.</source>
        <translation>這則內容無法發送。</translation>
    </message>
    <message>
        <source>Messages cannot be sent just now.</source>
        <translation>目前無法發送簡訊。</translation>
    </message>
    <message>
        <source>Its time ran out before it was sent.</source>
        <translation>還沒送出就已逾時。</translation>
    </message>
    <message>
        <source>It was withdrawn before it was sent.</source>
        <translation>送出前已撤回。</translation>
    </message>
    <message>
        <source>Nobody, it settles itself</source>
        <translation>不需處理，會自行解決</translation>
    </message>
    <message>
        <source>The rider</source>
        <translation>騎士</translation>
    </message>
    <message>
        <source>Who wrote the text</source>
        <translation>撰寫內容的人</translation>
    </message>
    <message>
        <source>An administrator</source>
        <translation>系統管理員</translation>
    </message>
    <message>
        <source>The technicians</source>
        <translation>技術人員</translation>
    </message>
    <message>
        <source>The gateway or the carrier</source>
        <translation>簡訊商或電信業者</translation>
    </message>
    <message>
        <source>Answer to our request</source>
        <translation>發送要求的回應</translation>
    </message>
    <message>
        <source>Delivery receipt or query</source>
        <translation>送達回報或查詢</translation>
    </message>
    <message>
        <source>Our own service</source>
        <translation>我們自己的服務</translation>
    </message>
</context>
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
    <message>
        <source>Handset unreachable</source>
        <translation>手機無法送達</translation>
    </message>
    <message>
        <source>Carrier fault</source>
        <translation>電信業者異常</translation>
    </message>
    <message>
        <source>Number not in service</source>
        <translation>空號或停用</translation>
    </message>
    <message>
        <source>Blocked by the carrier</source>
        <translation>電信業者封鎖</translation>
    </message>
    <message>
        <source>Word held back by the carrier</source>
        <translation>電信業者擋字</translation>
    </message>
    <message>
        <source>Word held back by the gateway</source>
        <translation>簡訊商擋字</translation>
    </message>
    <message>
        <source>On the gateway&apos;s block list</source>
        <translation>簡訊商黑名單</translation>
    </message>
    <message>
        <source>Ran out of time</source>
        <translation>逾時</translation>
    </message>
    <message>
        <source>Withdrawn before its time</source>
        <translation>預約已撤回</translation>
    </message>
    <message>
        <source>No credit left</source>
        <translation>點數不足</translation>
    </message>
    <message>
        <source>Number abroad</source>
        <translation>國外號碼</translation>
    </message>
    <message>
        <source>Request not understood</source>
        <translation>參數錯誤</translation>
    </message>
    <message>
        <source>Problem with our account</source>
        <translation>帳號異常</translation>
    </message>
    <message>
        <source>Login refused</source>
        <translation>登入被拒</translation>
    </message>
    <message>
        <source>Bill overdue</source>
        <translation>帳款逾期</translation>
    </message>
    <message>
        <source>Text too long</source>
        <translation>內容過長</translation>
    </message>
    <message>
        <source>Number not accepted</source>
        <translation>號碼格式不符</translation>
    </message>
    <message>
        <source>Number takes no such message</source>
        <translation>號碼不支援此類訊息</translation>
    </message>
    <message>
        <source>Text refused</source>
        <translation>內容被拒</translation>
    </message>
    <message>
        <source>Sending time refused</source>
        <translation>發送時間有誤</translation>
    </message>
    <message>
        <source>Channel refused</source>
        <translation>通道被拒</translation>
    </message>
    <message>
        <source>Unknown refusal</source>
        <translation>不明原因拒絕</translation>
    </message>
    <message>
        <source>Gateway failed</source>
        <translation>簡訊商異常</translation>
    </message>
    <message>
        <source>No answer</source>
        <translation>沒有回應</translation>
    </message>
    <message>
        <source>Unreadable answer</source>
        <translation>回應無法解讀</translation>
    </message>
    <message>
        <source>Gateway unreachable</source>
        <translation>連不到簡訊商</translation>
    </message>
    <message>
        <source>Interrupted while handed over</source>
        <translation>送出途中中斷</translation>
    </message>
    <message>
        <source>Waited too long</source>
        <translation>排隊過久</translation>
    </message>
    <message>
        <source>Taken out of the queue</source>
        <translation>已從佇列移除</translation>
    </message>
    <message>
        <source>No receipt in time</source>
        <translation>逾時無回報</translation>
    </message>
    <message>
        <source>Gateway in test mode</source>
        <translation>簡訊商測試模式</translation>
    </message>
    <message>
        <source>Same text sent before</source>
        <translation>重複內容</translation>
    </message>
    <message>
        <source>Gateway stopped</source>
        <translation>簡訊商暫停服務</translation>
    </message>
    <message>
        <source>Gateway busy</source>
        <translation>簡訊商忙碌</translation>
    </message>
    <message>
        <source>Stopped by the gateway</source>
        <translation>遭簡訊商停發</translation>
    </message>
    <message>
        <source>No gateway took it</source>
        <translation>沒有簡訊商可用</translation>
    </message>
    <message>
        <source>Blocked by us</source>
        <translation>遭我方封鎖</translation>
    </message>
    <message>
        <source>Withdrawn by staff</source>
        <translation>由員工撤回</translation>
    </message>
    <message>
        <source>Reply of the rider</source>
        <translation>騎士回覆</translation>
    </message>
    <message>
        <source>The SMS gateway had sent the same text to this number shortly before and let this one go.</source>
        <translation>簡訊商不久前才對這個號碼發過相同內容，因此略過這一則。</translation>
    </message>
    <message>
        <source>Ask the rider to look for the message that came before.</source>
        <translation>請騎士找找先前收到的那一則。</translation>
    </message>
    <message>
        <source>The SMS gateway has stopped for the moment; nothing was sent.</source>
        <translation>簡訊商暫停服務，這則沒有送出。</translation>
    </message>
    <message>
        <source>The SMS gateway has too much to do just now; nothing was sent.</source>
        <translation>簡訊商目前太忙，這則沒有送出。</translation>
    </message>
    <message>
        <source>The SMS gateway stopped the message; the number is blocked there.</source>
        <translation>簡訊商停發這則簡訊，這個號碼在那裡遭到封鎖。</translation>
    </message>
    <message>
        <source>No SMS gateway could take the message; it was not sent.</source>
        <translation>沒有任何簡訊商能收下這則簡訊，因此沒有送出。</translation>
    </message>
    <message>
        <source>We block messages to this number, or to numbers that begin like it.</source>
        <translation>我們封鎖了這個號碼，或相同開頭的號碼。</translation>
    </message>
    <message>
        <source>An administrator can lift the block, when the number is known to be a rider&apos;s.</source>
        <translation>確認是騎士的號碼後，可由系統管理員解除封鎖。</translation>
    </message>
    <message>
        <source>A member of staff withdrew the message before it was sent.</source>
        <translation>員工在送出前撤回了這則簡訊。</translation>
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
    <message>
        <source>Mitake</source>
        <translation>三竹</translation>
    </message>
</context>
<context>
    <name>wemo::pages::sms::BulkPanel</name>
    <message>
        <source>, </source>
        <translation>、</translation>
    </message>
    <message>
        <source>The states you filter by are no failures. Choose some such as Undelivered or Failed.</source>
        <translation>目前篩選的狀態都不是失敗。請選擇「未送達」或「發送失敗」等狀態。</translation>
    </message>
    <message>
        <source>Counting what would be sent …</source>
        <translation>正在計算要重送的數量…</translation>
    </message>
    <message>
        <source>Each goes out as a message of its own, with the same text to the same number.</source>
        <translation>每一則都會以新簡訊重送，內容與號碼不變。</translation>
    </message>
    <message>
        <source>Nothing in this filter can be sent again.</source>
        <translation>這個篩選結果中沒有可以重送的簡訊。</translation>
    </message>
    <message>
        <source>States</source>
        <translation>狀態</translation>
    </message>
    <message>
        <source>Messages</source>
        <translation>簡訊</translation>
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
        <source>about %1</source>
        <translation>約 %1</translation>
    </message>
    <message>
        <source>These stay as they are:</source>
        <translation>以下不會重送：</translation>
    </message>
    <message>
        <source>Send %1 messages again</source>
        <translation>重送 %1 則簡訊</translation>
    </message>
    <message>
        <source>Send failed messages again</source>
        <translation>重送失敗的簡訊</translation>
    </message>
    <message>
        <source>The carrier&apos;s fault is mended</source>
        <translation>例：電信業者異常已排除</translation>
    </message>
</context>
<context>
    <name>wemo::pages::sms::ErrorModel</name>
    <message>
        <source>Any, or ours</source>
        <translation>不限／我方</translation>
    </message>
    <message>
        <source>Gateway</source>
        <translation>簡訊商</translation>
    </message>
    <message>
        <source>Code</source>
        <translation>代碼</translation>
    </message>
    <message>
        <source>State</source>
        <translation>狀態</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>原因</translation>
    </message>
    <message>
        <source>The caller sees</source>
        <translation>呼叫端看到</translation>
    </message>
    <message>
        <source>In words</source>
        <translation>說明</translation>
    </message>
</context>
<context>
    <name>wemo::pages::sms::ErrorTableView</name>
    <message numerus="yes">
        <source>%n code(s)</source>
        <translation>
            <numerusform>共 %n 個代碼</numerusform>
        </translation>
    </message>
    <message>
        <source>Who has to act</source>
        <translation>誰要處理</translation>
    </message>
    <message>
        <source>Where it is met</source>
        <translation>出現在</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>原因</translation>
    </message>
    <message>
        <source>The caller sees</source>
        <translation>呼叫端看到</translation>
    </message>
    <message>
        <source>Which says</source>
        <translation>意思是</translation>
    </message>
    <message>
        <source>Other gateways</source>
        <translation>其他簡訊商</translation>
    </message>
    <message>
        <source>Tried at once, where there are any</source>
        <translation>有的話會立即改送</translation>
    </message>
    <message>
        <source>Not tried</source>
        <translation>不會改送</translation>
    </message>
    <message>
        <source>Code, reason or any word of it</source>
        <translation>代碼、原因或任何關鍵字</translation>
    </message>
    <message>
        <source>Search the error table</source>
        <translation>搜尋錯誤對照表</translation>
    </message>
    <message>
        <source>Error table</source>
        <translation>錯誤對照表</translation>
    </message>
    <message>
        <source>No code matches</source>
        <translation>沒有符合的代碼</translation>
    </message>
    <message>
        <source>Try one word less, or the number of the code alone.</source>
        <translation>試著少打一個字，或只輸入代碼。</translation>
    </message>
    <message>
        <source>Clear search</source>
        <translation>清除搜尋</translation>
    </message>
</context>
<context>
    <name>wemo::pages::sms::MessageActs</name>
    <message>
        <source>The handset confirmed this message. The rider gets the same text a second time.</source>
        <translation>手機已確認收到這則簡訊，重送後騎士會再收到一次相同內容。</translation>
    </message>
    <message>
        <source>The same text goes to the same number as a message of its own; this one stays as it is.</source>
        <translation>會以新簡訊把相同內容送到同一個號碼；這一則維持不變。</translation>
    </message>
    <message>
        <source>Send again</source>
        <translation>重送</translation>
    </message>
    <message>
        <source>Sent again. This is the new message.</source>
        <translation>已重送，這是新的那一則。</translation>
    </message>
    <message>
        <source>It is withdrawn before its time and will not be sent. This cannot be undone.</source>
        <translation>在預定時間前撤回，不會送出。此動作無法復原。</translation>
    </message>
    <message>
        <source>Withdrawn; it will not be sent.</source>
        <translation>已撤回，不會送出。</translation>
    </message>
    <message>
        <source>The gateway knows nothing new.</source>
        <translation>簡訊商沒有新消息。</translation>
    </message>
    <message>
        <source>The gateway says: %1.</source>
        <translation>簡訊商回報：%1。</translation>
    </message>
    <message>
        <source>Send again…</source>
        <translation>重送…</translation>
    </message>
    <message>
        <source>Send the same text to the same number once more</source>
        <translation>把相同內容再送一次到同一個號碼</translation>
    </message>
    <message>
        <source>Withdraw…</source>
        <translation>撤回…</translation>
    </message>
    <message>
        <source>Take the message back before its time comes</source>
        <translation>在預定時間前撤回這則簡訊</translation>
    </message>
    <message>
        <source>Ask the gateway now</source>
        <translation>立即查詢</translation>
    </message>
    <message>
        <source>Ask the gateway what became of it, without waiting for the next query</source>
        <translation>不等下次查詢，立即向簡訊商詢問結果</translation>
    </message>
    <message>
        <source>Withdraw this message</source>
        <translation>撤回這則簡訊</translation>
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
    <message>
        <source>Before that, in the queue</source>
        <translation>在佇列中</translation>
    </message>
    <message>
        <source>The text is no longer kept.</source>
        <translation>內容已不再保留。</translation>
    </message>
    <message>
        <source>Show that message</source>
        <translation>查看原簡訊</translation>
    </message>
    <message>
        <source>Show the whole batch</source>
        <translation>查看整個批次</translation>
    </message>
    <message>
        <source>English</source>
        <translation>英文</translation>
    </message>
    <message>
        <source>Chinese</source>
        <translation>中文</translation>
    </message>
    <message>
        <source>%1 · %2 characters of %3</source>
        <translation>%1 · %2 個 %3 字元</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>語言</translation>
    </message>
    <message>
        <source>To be sent</source>
        <translation>預定發送</translation>
    </message>
    <message>
        <source>Code used</source>
        <translation>驗證碼使用</translation>
    </message>
    <message>
        <source>Priority</source>
        <translation>優先順序</translation>
    </message>
    <message>
        <source>Sent again for</source>
        <translation>重送自</translation>
    </message>
    <message>
        <source>Bulk job</source>
        <translation>批次重送</translation>
    </message>
    <message>
        <source>%1 · charged %2</source>
        <translation>%1 · 實收 %2</translation>
    </message>
</context>
<context>
    <name>wemo::pages::sms::MessagesView</name>
    <message>
        <source>%1 of %2</source>
        <translation>%1／%2</translation>
    </message>
    <message>
        <source>Sending %1 messages again</source>
        <translation>正在重送 %1 則簡訊</translation>
    </message>
    <message>
        <source>Sending again: %1</source>
        <translation>重送中：%1</translation>
    </message>
    <message>
        <source>Stopped: %1 sent again, the others stay as they are.</source>
        <translation>已停止：重送了 %1 則，其餘維持不變。</translation>
    </message>
    <message>
        <source>%1 sent again, %2 left as they are.</source>
        <translation>已重送 %1 則，%2 則維持不變。</translation>
    </message>
    <message>
        <source>Export messages</source>
        <translation>匯出簡訊</translation>
    </message>
    <message>
        <source>messages</source>
        <translation>簡訊紀錄</translation>
    </message>
    <message>
        <source>Workbook (*.xlsx);;CSV, UTF-8 (*.csv)</source>
        <translation>活頁簿 (*.xlsx);;CSV，UTF-8 (*.csv)</translation>
    </message>
    <message>
        <source>These are %1 messages, more than the %2 rows a workbook holds. Export them as CSV, or narrow the filter.</source>
        <translation>共有 %1 則簡訊，超過活頁簿的 %2 列上限。請匯出為 CSV，或縮小篩選範圍。</translation>
    </message>
    <message>
        <source>Writing %1</source>
        <translation>正在寫入 %1</translation>
    </message>
    <message>
        <source>Writing %1: %2</source>
        <translation>正在寫入 %1：%2</translation>
    </message>
    <message>
        <source>Packing %1</source>
        <translation>正在打包 %1</translation>
    </message>
    <message>
        <source>%1 messages written to %2.</source>
        <translation>已將 %1 則簡訊寫入 %2。</translation>
    </message>
    <message>
        <source>Stopped. No file was written.</source>
        <translation>已停止，沒有產生檔案。</translation>
    </message>
    <message>
        <source>This is not a phone number we can look for. Try 0912 345 678.</source>
        <translation>無法辨識這個號碼，請輸入像 0912 345 678 的號碼。</translation>
    </message>
    <message>
        <source>The end must lie after the start.</source>
        <translation>結束時間必須晚於開始時間。</translation>
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
        <source>No such time</source>
        <translation>時間無法辨識</translation>
    </message>
    <message>
        <source>Correct the time above, or look at all messages.</source>
        <translation>請修正上方的時間，或查看所有簡訊。</translation>
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
        <source>No message fits all of this filter. Widen it, or clear it.</source>
        <translation>沒有簡訊符合全部條件。請放寬篩選，或清除篩選。</translation>
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
        <source>about %1 messages</source>
        <translation>約 %1 則</translation>
    </message>
    <message>
        <source>%1+ messages</source>
        <translation>%1 則以上</translation>
    </message>
    <message>
        <source>Send a message</source>
        <translation>發送簡訊</translation>
    </message>
    <message>
        <source>Send failed again…</source>
        <translation>重送失敗的簡訊…</translation>
    </message>
    <message>
        <source>Send the failed messages of this filter once more</source>
        <translation>把篩選結果中失敗的簡訊再送一次</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>匯出…</translation>
    </message>
    <message>
        <source>All messages of this filter into a workbook or CSV file (Ctrl+E)</source>
        <translation>把篩選結果全部匯出為活頁簿或 CSV 檔（Ctrl+E）</translation>
    </message>
    <message>
        <source>Save this filter…</source>
        <translation>儲存這個篩選…</translation>
    </message>
    <message>
        <source>Choose columns…</source>
        <translation>選擇欄位…</translation>
    </message>
    <message>
        <source>Messages, newest first</source>
        <translation>簡訊列表，由新到舊</translation>
    </message>
    <message>
        <source>The message is scheduled.</source>
        <translation>已排定發送。</translation>
    </message>
    <message>
        <source>The message is on its way.</source>
        <translation>簡訊已送出。</translation>
    </message>
    <message>
        <source>Filter: %1</source>
        <translation>篩選：%1</translation>
    </message>
</context>
<context>
    <name>wemo::pages::sms::QueueStory</name>
    <message>
        <source>%1 · %2 · attempt %3 of %4</source>
        <translation>%1 · %2 · 第 %3 次，共可 %4 次</translation>
    </message>
    <message>
        <source>The queue keeps finished jobs for a while only; this one is gone.</source>
        <translation>佇列只會保留完成的工作一陣子，這一個已經清除。</translation>
    </message>
    <message>
        <source>Asking the queue …</source>
        <translation>正在查詢佇列…</translation>
    </message>
    <message>
        <source>Show in the queue</source>
        <translation>在佇列中查看</translation>
    </message>
</context>
<context>
    <name>wemo::pages::sms::RangeFilter</name>
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
        <source>Last 30 days</source>
        <translation>最近 30 天</translation>
    </message>
    <message>
        <source>Custom range</source>
        <translation>自訂區間</translation>
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
    <message>
        <source>Filter by time</source>
        <translation>以時間篩選</translation>
    </message>
</context>
<context>
    <name>wemo::pages::sms::ReasonForm</name>
    <message>
        <source>Reason, for the record</source>
        <translation>原因（會留下紀錄）</translation>
    </message>
    <message>
        <source>Rider on the phone, did not get the message</source>
        <translation>例：騎士來電，表示沒收到簡訊</translation>
    </message>
    <message>
        <source>Leave it</source>
        <translation>先不要</translation>
    </message>
</context>
<context>
    <name>wemo::pages::sms::RepliesView</name>
    <message>
        <source>%1 replies</source>
        <translation>共 %1 則回覆</translation>
    </message>
    <message>
        <source>%1+ replies</source>
        <translation>%1 則以上回覆</translation>
    </message>
    <message>
        <source>The replies could not be read</source>
        <translation>無法讀取回覆</translation>
    </message>
    <message>
        <source>Nothing is lost. Try again in a moment.</source>
        <translation>資料沒有遺失，請稍後再試。</translation>
    </message>
    <message>
        <source>Retry</source>
        <translation>重試</translation>
    </message>
    <message>
        <source>No replies yet</source>
        <translation>還沒有回覆</translation>
    </message>
    <message>
        <source>When a rider answers a message, the answer stands here.</source>
        <translation>騎士回覆簡訊時，內容會出現在這裡。</translation>
    </message>
    <message>
        <source>No reply from this number</source>
        <translation>這個號碼沒有回覆</translation>
    </message>
    <message>
        <source>Nobody answered from there. Look at all replies instead.</source>
        <translation>這個號碼沒有人回覆，可以改看所有回覆。</translation>
    </message>
    <message>
        <source>All replies</source>
        <translation>所有回覆</translation>
    </message>
    <message>
        <source>Phone number</source>
        <translation>手機號碼</translation>
    </message>
    <message>
        <source>Find replies by phone number</source>
        <translation>以手機號碼尋找回覆</translation>
    </message>
    <message>
        <source>Replies, newest first; Enter opens the message</source>
        <translation>回覆列表，由新到舊；按 Enter 開啟簡訊</translation>
    </message>
</context>
<context>
    <name>wemo::pages::sms::ReplyModel</name>
    <message>
        <source>No message known</source>
        <translation>找不到對應簡訊</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>時間</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>號碼</translation>
    </message>
    <message>
        <source>Reply</source>
        <translation>回覆內容</translation>
    </message>
    <message>
        <source>Gateway</source>
        <translation>簡訊商</translation>
    </message>
    <message>
        <source>In answer to</source>
        <translation>回覆的簡訊</translation>
    </message>
</context>
<context>
    <name>wemo::pages::sms::SavedFilterChip</name>
    <message>
        <source>Save this filter…</source>
        <translation>儲存這個篩選…</translation>
    </message>
    <message>
        <source>Rename “%1”…</source>
        <translation>重新命名「%1」…</translation>
    </message>
    <message>
        <source>Delete “%1”</source>
        <translation>刪除「%1」</translation>
    </message>
    <message>
        <source>Saved: %1</source>
        <translation>已存：%1</translation>
    </message>
    <message>
        <source>Saved filters</source>
        <translation>已存篩選</translation>
    </message>
    <message>
        <source>New name</source>
        <translation>新名稱</translation>
    </message>
    <message>
        <source>Name of this filter</source>
        <translation>篩選名稱</translation>
    </message>
    <message>
        <source>Replace the old one</source>
        <translation>取代原有的</translation>
    </message>
    <message>
        <source>Save filter</source>
        <translation>儲存篩選</translation>
    </message>
    <message>
        <source>Rename</source>
        <translation>重新命名</translation>
    </message>
    <message>
        <source>Saved as “%1”.</source>
        <translation>已存為「%1」。</translation>
    </message>
    <message>
        <source>Renamed to “%1”.</source>
        <translation>已改名為「%1」。</translation>
    </message>
    <message>
        <source>“%1” deleted.</source>
        <translation>已刪除「%1」。</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Name of the filter</source>
        <translation>篩選名稱</translation>
    </message>
    <message>
        <source>Apply, save, rename or delete a filter</source>
        <translation>套用、儲存、改名或刪除篩選</translation>
    </message>
</context>
<context>
    <name>wemo::pages::sms::SendPanel</name>
    <message>
        <source>A text of my own</source>
        <translation>自訂內容</translation>
    </message>
    <message>
        <source>Schedule message</source>
        <translation>排定發送</translation>
    </message>
    <message>
        <source>Send message</source>
        <translation>發送簡訊</translation>
    </message>
    <message>
        <source>Nothing yet</source>
        <translation>尚無內容</translation>
    </message>
    <message numerus="yes">
        <source>%n segment(s)</source>
        <translation>
            <numerusform>%n 則</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 characters of %2</source>
        <translation>%1 個 %2 字元</translation>
    </message>
    <message>
        <source>about %1 credits</source>
        <translation>約 %1 點</translation>
    </message>
    <message>
        <source>This is not a Taiwan mobile number. Try 0912 345 678.</source>
        <translation>這不是台灣的手機號碼，請輸入像 0912 345 678 的號碼。</translation>
    </message>
    <message>
        <source>What the rider reads</source>
        <translation>騎士會看到的內容</translation>
    </message>
    <message>
        <source>Send a message</source>
        <translation>發送簡訊</translation>
    </message>
    <message>
        <source>To which number</source>
        <translation>收件號碼</translation>
    </message>
    <message>
        <source>What</source>
        <translation>發送內容</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>語言</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>簡訊內容</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>類型</translation>
    </message>
    <message>
        <source>When (Taipei time)</source>
        <translation>發送時間（台北時間）</translation>
    </message>
    <message>
        <source>Send it later</source>
        <translation>稍後發送</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>關閉</translation>
    </message>
</context>
<context>
    <name>wemo::pages::sms::SmsFilterBar</name>
    <message>
        <source>State</source>
        <translation>狀態</translation>
    </message>
    <message>
        <source>Phone number</source>
        <translation>手機號碼</translation>
    </message>
    <message>
        <source>Batch ID</source>
        <translation>批次編號</translation>
    </message>
    <message>
        <source>Request ID</source>
        <translation>請求編號</translation>
    </message>
    <message>
        <source>Fewer filters</source>
        <translation>較少篩選</translation>
    </message>
    <message>
        <source>More filters</source>
        <translation>更多篩選</translation>
    </message>
    <message>
        <source>Find by phone number, message ID, batch ID or request ID</source>
        <translation>以手機號碼、簡訊編號、批次編號或請求編號尋找</translation>
    </message>
    <message>
        <source>What the text is</source>
        <translation>輸入的是哪一種編號</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>原因</translation>
    </message>
    <message>
        <source>Gateway</source>
        <translation>簡訊商</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>類型</translation>
    </message>
    <message>
        <source>Template</source>
        <translation>範本</translation>
    </message>
    <message>
        <source>Phone number or any ID</source>
        <translation>手機號碼或任何編號</translation>
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
    <message>
        <source>Kind</source>
        <translation>類型</translation>
    </message>
    <message>
        <source>Template</source>
        <translation>範本</translation>
    </message>
    <message>
        <source>Gateway</source>
        <translation>簡訊商</translation>
    </message>
    <message>
        <source>Gateway code</source>
        <translation>簡訊商代碼</translation>
    </message>
    <message>
        <source>Charged</source>
        <translation>實收點數</translation>
    </message>
    <message>
        <source>Batch ID</source>
        <translation>批次編號</translation>
    </message>
    <message>
        <source>Request ID</source>
        <translation>請求編號</translation>
    </message>
    <message>
        <source>Took (seconds)</source>
        <translation>歷時（秒）</translation>
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
        <source>Messages of batch %1</source>
        <translation>批次 %1 的簡訊</translation>
    </message>
    <message>
        <source>Replies</source>
        <translation>回覆</translation>
    </message>
    <message>
        <source>Error table</source>
        <translation>錯誤對照表</translation>
    </message>
    <message>
        <source>Saved filter of the SMS log</source>
        <translation>簡訊紀錄的已存篩選</translation>
    </message>
    <message>
        <source>SMS log: %1</source>
        <translation>簡訊紀錄：%1</translation>
    </message>
    <message>
        <source>Views of the SMS log</source>
        <translation>簡訊紀錄的檢視</translation>
    </message>
</context>
<context>
    <name>wemo::pages::sms::WhyBox</name>
    <message>
        <source>Gateway code</source>
        <translation>簡訊商代碼</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>原因</translation>
    </message>
    <message>
        <source>The caller sees</source>
        <translation>呼叫端看到</translation>
    </message>
</context>
</TS>
