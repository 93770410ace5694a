import type { PageErrorTexts } from './page-errors.en.ts'

const startAgain = 'Kembali ke aplikasi dan mulai lagi.'
const cookies = 'Cookie harus diizinkan untuk alamat ini.'

export const pageErrors: PageErrorTexts = {
  errors: {
    client_not_found: {
      title: 'Klien aplikasi ini tidak ada',
      cause: 'client_id dalam permintaan bukan milik kumpulan pengguna ini.',
      fix: 'Gunakan userPoolClientId yang tercantum di /config.json. Nilainya berubah jika folder data dihapus.',
    },
    expired_page: {
      title: 'Terjadi kesalahan',
      cause: 'Halaman ini dibuka terlalu lama, atau di browser lain.',
      fix: `${startAgain} ${cookies}`,
    },
    foreign_post: {
      title: 'Terjadi kesalahan',
      cause: 'Situs web lain mencoba mengirim formulir ini.',
      fix: `${startAgain} Tidak ada yang berubah.`,
    },
    invalid_request: {
      title: 'Permintaan tidak lengkap',
      cause: 'Sebuah parameter tidak ada, atau muncul lebih dari sekali.',
      fix: 'Kirim setiap parameter satu kali saja. Pustaka klien aplikasi melakukannya jika dikonfigurasi dengan benar.',
    },
    login_pages_unavailable: {
      title: 'Halaman masuk tidak tersedia',
      cause: 'Hubungi administrator.',
      fix: 'Halaman masuk hanya ditampilkan untuk klien aplikasi yang memiliki gaya: tambahkan AWS::Cognito::ManagedLoginBranding untuk klien tersebut di infra/template.yaml.',
    },
    logout_uri_mismatch: {
      title: 'Permintaan keluar tidak lengkap',
      cause: 'logout_uri yang terdaftar tidak ada, begitu pula redirect_uri dan response_type.',
      fix: 'Kirim client_id dan logout_uri yang sama persis dengan salah satu LogoutURLs klien aplikasi; atau redirect_uri dan response_type untuk masuk lagi.',
    },
    method_not_allowed: {
      title: 'Alamat ini untuk jenis permintaan lain',
      cause: 'Alamat ini tidak menjawab metode HTTP permintaan tersebut.',
      fix: 'Buka halaman melalui tautan. /oauth2/authorize dan /logout dibuka di browser, bukan dipanggil dengan fetch.',
    },
    not_found: {
      title: 'Tidak ada apa pun di alamat ini',
      cause: 'Halaman ini tidak ada.',
      fix: startAgain,
    },
    redirect_mismatch: {
      title: 'URI pengalihan tidak terdaftar',
      cause:
        'redirect_uri dalam permintaan (redirect_mismatch) bukan salah satu URL panggilan balik klien aplikasi. Keduanya dibandingkan karakter demi karakter: skema, host, port, jalur, garis miring di akhir, dan huruf besar-kecil ikut dihitung.',
      fix: 'Tambahkan URI tersebut ke CallbackURLs klien aplikasi di infra/template.yaml, atau buat aplikasi mengirim salah satu yang terdaftar.',
    },
    server_error: {
      title: 'Terjadi kesalahan',
      cause: 'AWS lokal mengalami kesalahan.',
      fix: 'Terminalnya menunjukkan penyebabnya.',
    },
    unauthorized_client: {
      title: 'Klien aplikasi tidak boleh menggunakan OAuth',
      cause: 'Tidak ada alur OAuth 2.0 yang aktif untuk klien aplikasi ini.',
      fix: 'Atur AllowedOAuthFlowsUserPoolClient, AllowedOAuthFlows, dan AllowedOAuthScopes klien aplikasi di infra/template.yaml.',
    },
    unexpected_answer: {
      title: 'Proses masuk ini tidak dapat diselesaikan di sini',
      cause:
        'Proses ini dimulai di browser lain, sudah selesai, atau berlangsung lebih dari seperempat jam.',
      fix: `Kembali ke aplikasi dan masuk lagi. ${cookies}`,
    },
    unknown_identity_provider: {
      title: 'Penyedia identitas ini tidak ada',
      cause:
        'Permintaan menyebut penyedia yang tidak didukung klien aplikasi ini. Huruf besar dan kecil dibedakan.',
      fix: 'Gunakan COGNITO atau salah satu penyedia yang didukung klien aplikasi. Untuk menambah penyedia, tambahkan ke kumpulan pengguna dan ke SupportedIdentityProviders klien aplikasi di infra/template.yaml.',
    },
  },
  labels: {
    parameter: 'Parameter',
    sent: 'Dikirim',
    registered: 'Terdaftar',
    fix: 'Yang dapat dilakukan',
    differs: (expected) => `Karakter yang ditandai seharusnya “${expected}”.`,
    endsEarly: (rest) => `Berakhir di tempat yang terdaftar berlanjut dengan “${rest}”.`,
    goesOn: 'Berlanjut di tempat yang terdaftar berakhir.',
  },
}
