import type { PageErrorTexts } from './page-errors.en.ts'

const startAgain = '請返回應用程式，重新開始。'
const cookies = '此位址必須允許使用 Cookie。'

export const pageErrors: PageErrorTexts = {
  errors: {
    client_not_found: {
      title: '沒有此應用程式用戶端',
      cause: '請求中的 client_id 不屬於此使用者集區。',
      fix: '請使用 /config.json 中的 userPoolClientId。刪除資料資料夾後，該值會改變。',
    },
    expired_page: {
      title: '發生錯誤',
      cause: '此頁面開啟過久，或是在另一個瀏覽器中開啟的。',
      fix: `${startAgain}${cookies}`,
    },
    foreign_post: {
      title: '發生錯誤',
      cause: '另一個網站試圖送出此表單。',
      fix: `${startAgain}沒有任何內容遭到變更。`,
    },
    invalid_request: {
      title: '請求不完整',
      cause: '缺少某個參數，或某個參數重複出現。',
      fix: '每個參數只傳送一次。應用程式用戶端的程式庫在正確設定後會這麼做。',
    },
    login_pages_unavailable: {
      title: '登入頁面無法使用',
      cause: '請聯絡管理員。',
      fix: '受管登入只會為具有樣式的應用程式用戶端顯示頁面：請在 infra/template.yaml 中為該用戶端新增 AWS::Cognito::ManagedLoginBranding。',
    },
    logout_uri_mismatch: {
      title: '登出請求不完整',
      cause: '既沒有已註冊的 logout_uri，也沒有 redirect_uri 和 response_type。',
      fix: '請傳送 client_id，以及與應用程式用戶端某個 LogoutURLs 逐字元相同的 logout_uri；若要重新登入，請傳送 redirect_uri 和 response_type。',
    },
    method_not_allowed: {
      title: '此位址用於其他類型的請求',
      cause: '此位址不回應該請求的 HTTP 方法。',
      fix: '請透過連結開啟頁面。/oauth2/authorize 和 /logout 應在瀏覽器中開啟，而不是用 fetch 呼叫。',
    },
    not_found: {
      title: '此位址沒有內容',
      cause: '受管登入沒有這個頁面。',
      fix: startAgain,
    },
    redirect_mismatch: {
      title: '重新導向 URI 未註冊',
      cause:
        '請求中的 redirect_uri（redirect_mismatch）不是應用程式用戶端的任何一個回呼 URL。比較是逐字元進行的：通訊協定、主機、連接埠、路徑、結尾的斜線和大小寫都計算在內。',
      fix: '請在 infra/template.yaml 中將該 URI 新增至應用程式用戶端的 CallbackURLs，或讓應用程式傳送某個已註冊的 URI。',
    },
    server_error: {
      title: '發生錯誤',
      cause: '本機 AWS 發生錯誤。',
      fix: '詳情請查看其終端機。',
    },
    unauthorized_client: {
      title: '此應用程式用戶端不能使用 OAuth',
      cause: '此應用程式用戶端沒有啟用任何 OAuth 2.0 流程。',
      fix: '請在 infra/template.yaml 中設定應用程式用戶端的 AllowedOAuthFlowsUserPoolClient、AllowedOAuthFlows 和 AllowedOAuthScopes。',
    },
    unexpected_answer: {
      title: '這次登入無法在這裡完成',
      cause: '它是在另一個瀏覽器中開始的，或已經完成，或花費的時間超過一刻鐘。',
      fix: `請返回應用程式，重新登入。${cookies}`,
    },
    unknown_identity_provider: {
      title: '沒有此身分提供者',
      cause: '請求中指定的提供者不受此應用程式用戶端支援。名稱區分大小寫。',
      fix: '請使用 COGNITO 或應用程式用戶端支援的某個提供者。若要新增，請在 infra/template.yaml 中將其新增至使用者集區和應用程式用戶端的 SupportedIdentityProviders。',
    },
  },
  labels: {
    parameter: '參數',
    sent: '傳送的值',
    registered: '已註冊的值',
    fix: '解決方法',
    differs: (expected) => `標記的字元應為「${expected}」。`,
    endsEarly: (rest) => `已註冊的值在此之後還有「${rest}」。`,
    goesOn: '已註冊的值到此為止，而它後面還有字元。',
  },
}
