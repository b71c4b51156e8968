;;; A fork server for Chicken 5: the protocol of spec/chapters/11-protocol.md in lines of S-expressions.
;;; This process has everything loaded. For each run it forks a child, which evaluates the program and reports through two
;;; pipes: what the program writes comes through the first, one line of result fields through the second. Whatever the child
;;; does to the system or to itself, it is gone afterwards.

(import (chicken load) (chicken pathname) (chicken process-context))
(load-relative "r7rs.scm")

;; In a module, so that programs, which are evaluated at top level, do not see any of this. But a program that assigns a standard
;; name assigns it for everyone: what is called after it has begun is kept in variables of this module's own.
(module touchstone ()

(import scheme (chicken base) (chicken condition) (chicken file posix) (chicken format) (chicken gc) (chicken io) (chicken port)
        (chicken process) (chicken process-context) (chicken process-context posix) (chicken process signal) (chicken platform) (chicken string))

(define-syntax keeping (syntax-rules () ((_ (name ...) . body) (let ((name name) ...) . body))))

(keeping (* + - < = > apply append assq caar cadr call-with-input-file call-with-values car cdr char->integer char=? condition->list
          condition? cons display emergency-exit eof-object? equal? eval file-close flush-output fprintf get-condition-property
          integer->char list? make-string map memq memv modulo newline not null? number->string open-input-string pair? port? printf
          procedure? promise? quotient read read-line reverse sprintf string->number string-append string-length string-ref string-split
          string-set! string=? substring substring-index with-output-to-string with-input-from-string write write-char)

(define from-runner (open-input-file* (duplicate-fileno 0)))
(define to-runner (open-output-file* (duplicate-fileno 1)))
(define standard-output (current-output-port))

(define (fields name message) (let ((found (assq name (cdr message)))) (if found (cdr found) '())))
(define (field name message default) (let ((found (fields name message))) (if (null? found) default (car found))))
(define (limit name message default) (field name (cons 'limits (fields 'limits message)) default))

;; A string as the protocol has it: without line feeds and other control characters. Chicken's strings are bytes, which a
;; program can cut apart; what is no UTF-8 then is sent as U+FFFD.
(define unusual
  (let ((bytes (make-string 256)))
    (do ((i 0 (+ i 1))) ((= i 256)) (string-set! bytes i (integer->char i)))
    (string-append (substring bytes 0 9) (substring bytes 11 13) (substring bytes 14 32) (substring bytes 127 256))))

(define (quoted text) ; `write` is fast, but has more escapes than the protocol
  (with-output-to-string
    (lambda () (if (pair? (cdr (string-split (string-append text ".") unusual #t))) (write-bytes text) (write text)))))

(define (write-bytes text)
  (define (byte i) (if (< i (string-length text)) (char->integer (string-ref text i)) 0))
  (define (continues? from to) (or (= from to) (and (= (quotient (byte from) 64) 2) (continues? (+ from 1) to))))
  (write-char #\")
  (let loop ((i 0))
    (when (< i (string-length text))
      (let* ((b (byte i)) (size (cond ((< b 128) 1) ((< 193 b 224) 2) ((< 223 b 240) 3) ((< 239 b 245) 4) (else 0))))
        (cond ((memv b '(34 92)) (printf "\\~a" (integer->char b)) (loop (+ i 1)))
              ((or (< b 32) (= b 127)) (printf "\\x~a;" (number->string b 16)) (loop (+ i 1)))
              ((and (> size 0) (continues? (+ i 1) (+ i size))) (display (substring text i (+ i size))) (loop (+ i size)))
              (else (display "\\xfffd;") (loop (+ i 1)))))))
  (write-char #\"))

;;; In the child

(define (written value)
  (cond ((procedure? value) "#<procedure>")
        ((promise? value) "#<promise>")
        ((eof-object? value) "#<eof>")
        ((port? value) "#<port>")
        (else (with-output-to-string (lambda () (write value))))))

;; VmRSS or VmHWM of this process, in bytes. The peak of a forked process begins at what it has of its parent.
(define (memory key)
  (call-with-input-file "/proc/self/status"
    (lambda (in)
      (let loop ((words (string-split (read-line in))))
        (if (equal? key (car words)) (* 1024 (string->number (cadr words))) (loop (string-split (read-line in))))))))
(define memory-before 0)

;; Ends the child. The parent reads the output to its end before it reads the result.
(define (report to-parent text)
  (flush-output standard-output)
  (file-close 1)
  (fprintf to-parent "~a (counters (memory ~a))" text (- (memory "VmHWM:") memory-before))
  (flush-output to-parent)
  (emergency-exit 0))

;; Class and phase of an uncaught error, by the kinds of its condition and, for what has one kind, its text.
(define (class-of object text reading?)
  (define kinds (if (condition? object) (map car (condition->list object)) '()))
  (define (kind? kind) (memq kind kinds))
  (define (says? part) (substring-index part text))
  (cond (reading? "(class syntax) (phase read)")
        ((not (condition? object)) "(class raised)")
        ((says? "recursion too deep") "(class limit)")
        ((says? "undefined module") "(class import)")
        ((kind? 'file) "(class file)")
        ((and (kind? 'syntax) (says? "(line ")) "(class read)")
        ((kind? 'syntax) "(class syntax) (phase expand)")
        ((kind? 'arity) "(class arity)")
        ((kind? 'bounds) "(class range)")
        ((or (says? "size is negative") (says? "invalid base")) "(class range)")
        ((or (says? "division by zero") (says? "log of exact 0")) "(class divide-by-zero)")
        ((says? "call of non-procedure") "(class not-procedure)")
        ((says? "unbound variable") "(class unbound)")
        ((kind? 'type) "(class type)")
        ((equal? kinds '(exn)) "(class user)")
        (else "")))

(define (failed object reading?)
  (define text
    (with-output-to-string
      (lambda ()
        (if (condition? object)
            (printf "~a ~s ~s" (get-condition-property object 'exn 'message "")
              (get-condition-property object 'exn 'location '||) (get-condition-property object 'exn 'arguments '()))
            (write object)))))
  (sprintf "(status error) ~a (message ~a)" (class-of object text reading?) (quoted text)))

(define (read-all text)
  (let ((in (open-input-string text)))
    (let loop ((forms '()))
      (let ((form (read in))) (if (eof-object? form) (reverse forms) (loop (cons form forms)))))))

(define definitions '(define define-values define-record-type define-syntax import define-library include include-ci))
(define (headed? form names) (and (pair? form) (memq (car form) names)))
(define (defining-begin? form)
  (and (headed? form '(begin)) (list? form)
       (let loop ((parts (cdr form)))
         (and (pair? parts) (or (headed? (car parts) (cons 'begin definitions)) (loop (cdr parts)))))))

;; The fields of the result of a program without uncaught error.
(define (run-forms forms)
  (cond ((null? forms) "(status completed)")
        ((or (pair? (cdr forms)) (headed? (car forms) definitions)) (eval (car forms)) (run-forms (cdr forms)))
        ((defining-begin? (car forms)) (run-forms (cdar forms)))
        (else
          (call-with-values (lambda () (eval (car forms)))
            (lambda values
              (sprintf "(status completed) (values~a)"
                (apply string-append (map (lambda (value) (string-append " " (quoted (written value)))) values))))))))

(define (run-child request to-parent)
  (define reading? #t)
  (set-alarm! (quotient (+ (limit 'time request 10000) 999) 1000))
  (set! memory-before (memory "VmRSS:"))
  (current-input-port (open-input-string (field 'input request "")))
  (command-line-arguments (fields 'args request))
  (let ((end (lambda (#!optional (code 0))
               (report to-parent
                 (sprintf "(status exited) (code ~a)" (cond ((integer? code) (modulo code 256)) (code 0) (else 1)))))))
    (exit-handler end)
    (eval (list 'set! 'emergency-exit (list 'quote end)))) ; Chicken's own, which this server keeps, would report nothing
  (with-exception-handler
    (lambda (object) (report to-parent (failed object reading?)))
    (lambda ()
      (let ((forms (read-all (field 'program request ""))))
        (set! reading? #f)
        (report to-parent (run-forms forms))))))

;;; In the server

;; At most so many bytes of what comes through a pipe; whether there was more, which ends the child.
(define (drain fd limit child)
  (define buffer (make-string 65536))
  (let loop ((pieces '()) (size 0))
    (let* ((got (file-read fd 65536 buffer)) (n (cadr got)) (kept (min n (- limit size))))
      (cond ((and (> n 0) (= n kept)) (loop (cons (substring buffer 0 n) pieces) (+ size n)))
            (else
              (when (> n 0) (process-signal (- child) signal/kill))
              (file-close fd)
              (values (apply string-append (reverse (cons (substring buffer 0 kept) pieces))) (> n 0)))))))

;; How a child ended that reported nothing.
(define (ending normal? code)
  (cond (normal? (sprintf "(status crashed) (message \"ended with exit code ~a and without a result\")" code))
        ((= code signal/alrm) "(status exhausted) (limit time)")
        (else (sprintf "(status crashed) (message \"killed by signal ~a\")" code))))

(define (write-files files directory)
  (for-each
    (lambda (file)
      (let ((path (string-append directory "/" (car file))))
        (system (sprintf "mkdir -p \"$(dirname '~a')\"" path))
        (call-with-output-file path (lambda (out) (display (cadr file) out)))))
    files))

(define (run request)
  (define files (fields 'files request))
  (define directory
    (and (pair? files) (sprintf "/tmp/touchstone-chicken-~a-~a" (current-process-id) (field 'id request ""))))
  (when directory (write-files files directory))
  (let*-values (((output-in output-out) (create-pipe)) ((result-in result-out) (create-pipe)))
    (let ((child (process-fork)))
      (when (= child 0)
        (set! (process-group-id 0) 0)
        (duplicate-fileno output-out 1)
        (for-each file-close (list output-in output-out result-in))
        (when directory (change-directory directory))
        (run-child request (open-output-file* result-out)))
      (file-close output-out)
      (file-close result-out)
      (let*-values (((text more?) (drain output-in (limit 'output request 1000000) child))
                    ((result endless?)
                     (if more? (begin (file-close result-in) (values "" #t)) (drain result-in 100000000 child)))
                    ((pid normal? code) (process-wait child)))
        (when directory (system (sprintf "rm -rf '~a'" directory)))
        (sprintf "(result (id ~a) ~a (output ~a))" (quoted (field 'id request ""))
          (cond (endless? "(status exhausted) (limit output)")
                ((string=? result "") (ending normal? code))
                (else result))
          (quoted text))))))

(define (answer line)
  (write-line line to-runner)
  (flush-output to-runner))

(define (serve message)
  (case (car message)
    ((hello)
     (unless (equal? (car (string-split (field 'protocol message "") "." #t)) "1")
       (answer "(hello (protocol \"1.0\") (refused \"This adapter speaks version 1 of the protocol.\"))")
       (emergency-exit 0))
     (answer
       (sprintf "(hello (protocol \"1.0\") (name chicken) (version ~s) (isolation process) (trace none) (counters memory))"
         (chicken-version))))
    ((run) (answer (run message)))
    ((bye) (emergency-exit 0))
    (else
      (when (assq 'id (cdr message))
        (answer (sprintf "(result (id ~a) (status unsupported) (reason \"unknown message\"))" (quoted (field 'id message ""))))))))

;; Space is measured: a collector that copies has touched both of its halves then, which no run has to pay for.
(define (compact)
  (gc #t)
  (gc #t))

(compact)
(let loop ((line (read-line from-runner)))
  (if (eof-object? line)
      (emergency-exit 0)
      (let ((large? (> (string-length line) 100000)))
        (serve (with-input-from-string line read))
        (set! line #f)
        (when large? (compact))
        (loop (read-line from-runner)))))
))
